import { createHash } from 'node:crypto';
import { isGathered, type Notice } from './notice.js';

/** What makes a notice that one and no other: told again, it is not kept again (RELIABILITY D 58). */
export interface NoticeKey {
  /** What it came forth from: a run, a day or an act. */
  readonly origin: string;
  readonly key: string;
}

/**
 * A run tells the same thing once, however often its event comes and under whatever id; so does a day where an edit
 * brought it about (REQUIREMENTS §6 M1: at most daily). A right that is given, taken and given again is told each time.
 * @param day such as `2026-08-04`
 */
export function noticeKeyOf(notice: Notice, day: string): NoticeKey {
  return { origin: originOf(notice, day), key: notice.kind === 'RUN_COMPLETED' ? 'run' : contentKey(notice.data) };
}

function originOf(notice: Notice, day: string): string {
  if (notice.runId !== undefined) return `run:${notice.runId}`;
  if (isGathered(notice)) return `day:${day}`;
  switch (notice.kind) {
    case 'RUN_OVERDUE':
      return `overdue:${notice.data.sourceId}:${notice.data.expectedAt}`;
    case 'ORGANISATION_COPIED':
      return `copy:${notice.data.gidsId}`;
    default:
      return `event:${notice.eventId}`;
  }
}

function contentKey(data: object): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32);
}
