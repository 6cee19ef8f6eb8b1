import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { figure, sourceTitle } from '../messages/wording.js';
import type { PreferenceOf } from '../preferences/preference.js';
import { importManagers, type Contacts } from '../recipients/contacts.js';

/** How far the controleronde of an import is. */
export interface Progress {
  readonly importId: string;
  readonly total: number;
  readonly judged: number;
}

/** Import managers who asked for it hear every week what is still to be judged; nothing where nothing is (SCREENS §6 M12). */
export function reminderLetters(week: string, progress: Progress, contacts: Contacts, preferenceOf: PreferenceOf, screens: Screens): Letter[] {
  const { importId, total, judged } = progress;
  if (total - judged === 0) return [];
  const view = reminderView(progress, screens);
  return importManagers(importId, sourceTitle(importId), contacts)
    .filter(({ key }) => preferenceOf(key, importId).weeklyReminder)
    .map((reader) => ({ kind: 'WEEKLY_REMINDER', about: `${importId}:${week}`, reader, view, importId, thread: importId, mail: true, topics: ['weeklyReminder'] }));
}

function reminderView({ importId, total, judged }: Progress, screens: Screens): MessageView {
  const title = sourceTitle(importId);
  return {
    subject: `${title}: nog ${figure(total - judged)} van ${figure(total)} te beoordelen`,
    heading: `De controleronde van ${title} is nog niet klaar`,
    paragraphs: [`Er ${judged === 1 ? 'is' : 'zijn'} ${figure(judged)} van ${figure(total)} organisaties beoordeeld.`],
    link: { label: `Beoordelen (${figure(total - judged)})`, url: screens.review(importId) },
  };
}
