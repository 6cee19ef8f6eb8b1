import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { oneLine, subjectLine } from '../messages/wording.js';
import type { NoticeData } from '../notices/notice.js';
import { orAdministrators, personsOf, type Contacts } from '../recipients/contacts.js';

type Requested = NoticeData['DELETION_REQUESTED'];

/** The account manager is asked to delete an organisation; who may delete it himself is not asked (R50, REQUIREMENTS §6 M9). */
export function deletionLetters(about: string, requested: Requested, contacts: Contacts, screens: Screens): Letter[] {
  const { accountManager, by, name } = requested;
  if (by === accountManager) return [];
  const view = deletionView(requested, screens);
  const readers = orAdministrators(personsOf(accountManager, `u accountmanager bent van ${oneLine(name)}`, contacts), contacts);
  return readers.map((reader) => ({ kind: 'DELETION_REQUESTED', about, reader, view, thread: 'gids', mail: true, topics: [] }));
}

function deletionView({ name, gidsId, importedName, reason, by }: Requested, screens: Screens): MessageView {
  return {
    subject: subjectLine(`Verzoek om te verwijderen: ${name} (G!DS ${gidsId})`),
    heading: oneLine(`Verzoek om ${name} te verwijderen`),
    paragraphs: [
      oneLine(`${by} vraagt u om G!DS ${gidsId} ${name} te verwijderen. De geïmporteerde organisatie ${importedName} kan dan in haar plaats zichtbaar worden.`),
      ...(reason.trim() === '' ? [] : [oneLine(`Reden: ${reason}`)]),
      'Er verandert niets zolang u de organisatie niet zelf verwijdert.',
    ],
    link: { label: 'Bekijk de organisatie', url: screens.organisation(gidsId) },
  };
}
