import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { oneLine, sourceTitle, subjectLine } from '../messages/wording.js';
import type { NoticeData } from '../notices/notice.js';
import type { PreferenceOf } from '../preferences/preference.js';
import { importManagers, mailboxOf, onceEach, type Contacts } from '../recipients/contacts.js';

type Reported = NoticeData['DUPLICATE_REPORTED'];

/** A reported problem goes to the configured address, always, and to the import managers (R77, REQUIREMENTS §6 M8). */
export function reportedLetters(about: string, reported: Reported, contacts: Contacts, preferenceOf: PreferenceOf, screens: Screens): Letter[] {
  const { importId, sourceId } = reported;
  const desk = mailboxOf(contacts.book.reports, 'gemelde problemen naar dit adres gaan');
  const view = reportedView(reported, screens);
  return onceEach([...importManagers(importId, sourceTitle(importId), contacts), desk]).map((reader) => {
    const always = reader.key === desk.key;
    const mail = always || preferenceOf(reader.key, importId).problemReports;
    return { kind: 'DUPLICATE_REPORTED', about, reader, view, importId, thread: sourceId, mail, topics: always ? [] : ['problemReports'] };
  });
}

function reportedView({ name, gidsId, remark, by, importRecordId }: Reported, screens: Screens): MessageView {
  return {
    subject: subjectLine(`Dubbele gemeld: ${name} (G!DS ${gidsId})`),
    heading: oneLine(`Gemeld: ${name}`),
    paragraphs: [
      oneLine(`${by} meldt een probleem met de geïmporteerde organisatie ${name} (G!DS ${gidsId}).`),
      ...(remark.trim() === '' ? [] : [oneLine(`Opmerking: ${remark}`)]),
      'De organisatie staat in de werklijst om te beoordelen.',
    ],
    link: { label: 'Beoordelen', url: screens.record(importRecordId) },
  };
}
