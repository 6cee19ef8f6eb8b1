import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { moment, sourceTitle, subjectLine } from '../messages/wording.js';
import type { NoticeData } from '../notices/notice.js';
import { administrators, type Contacts } from '../recipients/contacts.js';

/** The systeembeheerders hear that a source is late (SCREENS §6 M5). */
export function overdueLetters(about: string, overdue: NoticeData['RUN_OVERDUE'], contacts: Contacts, screens: Screens): Letter[] {
  const { importId, sourceId } = overdue;
  const view = overdueView(overdue, screens);
  return administrators(contacts).map((reader) => ({ kind: 'RUN_OVERDUE', about, reader, view, importId, thread: sourceId, mail: true, topics: [] }));
}

function overdueView({ sourceId, expectedAt, lastCompletedAt }: NoticeData['RUN_OVERDUE'], screens: Screens): MessageView {
  const title = sourceTitle(sourceId);
  return {
    subject: subjectLine(`${title} is te laat: verwacht ${moment(expectedAt)}`),
    heading: `De import van ${title} is te laat`,
    paragraphs: [
      `Volgens het schema had er op ${moment(expectedAt)} een import moeten zijn. Sindsdien is er geen goed geëindigd.`,
      lastCompletedAt === undefined ? 'Van deze bron is nog nooit een import goed geëindigd.' : `De laatste goede import was klaar op ${moment(lastCompletedAt)}.`,
      'De gids toont zolang de gegevens van de laatste goede import.',
    ],
    link: { label: 'Bekijk de bron', url: screens.source(sourceId) },
  };
}
