import type { Letter } from '../messages/letter.js';
import type { Screens } from '../messages/screens.js';
import { sourceTitle } from '../messages/wording.js';
import type { NoticeData } from '../notices/notice.js';
import { administrators, importManagers, onceEach, type Contacts } from '../recipients/contacts.js';
import { failedReport } from './failed-report.js';
import { heldReport } from './held-report.js';

/** A run that waits is for its managers to decide on (R8, REQUIREMENTS §6 M4). */
export function heldLetters(runId: string, held: NoticeData['RUN_HELD'], contacts: Contacts, screens: Screens): Letter[] {
  const { importId, sourceId } = held;
  const view = heldReport(held, screens.run(runId));
  return importManagers(importId, sourceTitle(importId), contacts).map((reader) => ({
    kind: 'RUN_HELD', about: runId, reader, view, importId, thread: sourceId, mail: true, topics: [],
  }));
}

/** Of a run that came to nothing the administrators hear too (REQUIREMENTS §6 M4). */
export function failedLetters(runId: string, failed: NoticeData['RUN_FAILED'], contacts: Contacts, screens: Screens): Letter[] {
  const { importId, sourceId } = failed;
  const view = failedReport(failed, screens.run(runId));
  const readers = onceEach([...importManagers(importId, sourceTitle(importId), contacts), ...administrators(contacts)]);
  return readers.map((reader) => ({ kind: 'RUN_FAILED', about: runId, reader, view, importId, thread: sourceId, mail: true, topics: [] }));
}
