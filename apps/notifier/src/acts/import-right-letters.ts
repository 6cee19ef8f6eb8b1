import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { oneLine, sourceTitle, subjectLine } from '../messages/wording.js';
import type { NoticeData } from '../notices/notice.js';
import { personsOf, type Contacts } from '../recipients/contacts.js';

/** Who got or lost the importrecht hears it himself, always (SCREENS §6 M10). A blocked person is told nothing. */
export function importRightLetters(about: string, right: NoticeData['IMPORT_RIGHT_CHANGED'], contacts: Contacts, screens: Screens): Letter[] {
  const { account, importId } = right;
  const view = importRightView(right, screens);
  return personsOf(account, 'uw rechten zijn gewijzigd', contacts).map((reader) => ({
    kind: 'IMPORT_RIGHT', about, reader, view, importId, thread: importId, mail: true, topics: [],
  }));
}

function importRightView({ importId, granted, by }: NoticeData['IMPORT_RIGHT_CHANGED'], screens: Screens): MessageView {
  const title = sourceTitle(importId);
  const subject = granted ? `U heeft importrecht gekregen voor ${title}` : `Uw importrecht voor ${title} is ingetrokken`;
  return {
    subject: subjectLine(subject),
    heading: subject,
    paragraphs: [
      oneLine(`Dit is gedaan door ${by}.`),
      granted
        ? 'U kunt nu de importregels van deze import zien, dubbelen en fouten beoordelen, publicatieacties kiezen en organisaties koppelen.'
        : 'U kunt de gegevens van deze import niet meer beheren. Denkt u dat dit niet klopt? Vraag het na bij de systeembeheerder.',
    ],
    link: { label: 'Naar importbeheer', url: screens.imports() },
  };
}
