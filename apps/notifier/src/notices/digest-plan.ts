import { dutchMoment, nextDutchHour } from './dutch-day.js';
import { isGathered, type Notice } from './notice.js';
import type { NoticeKey } from './notice-key.js';

const dayMs = 24 * 60 * 60_000;
/** When people find in their mail what edits of the directory brought about since the day before. */
const dailyHour = 7;
/** After this time a run that did not end is told of as far as it got. */
const longestRunMs = dayMs;

/** Which digest a notice goes to, and when that is told if nothing else comes in. */
export interface Place {
  readonly digestId: string;
  readonly dueAt: Date;
}

export interface Timing {
  readonly now: Date;
  /** Time without news after which a run that has ended is told of. */
  readonly quietMs: number;
}

/** @returns the day on which what happens now by an edit is told at the latest */
export function dayOfTelling(now: Date): string {
  return dutchMoment(nextDutchHour(dailyHour, now)).day;
}

/**
 * Where a notice is told: with its run, with its day, or by itself. A run waits for its end; a right waits a moment,
 * because the account that it is of may be made in the same breath.
 */
export function placeOf(notice: Notice, { origin, key }: NoticeKey, { now, quietMs }: Timing): Place {
  if (!isGathered(notice)) {
    const pause = notice.kind === 'IMPORT_RIGHT_CHANGED' ? quietMs : 0;
    return { digestId: `${notice.kind}:${origin}:${key}`, dueAt: new Date(now.getTime() + pause) };
  }
  if (notice.runId === undefined) return nextDailyPlace(notice, now);
  return { digestId: origin, dueAt: new Date(now.getTime() + longestRunMs) };
}

/** The next daily digest: of an import, or of a run for what comes after its digest was closed. */
export function nextDailyPlace({ runId, data }: Notice, now: Date): Place {
  const dueAt = nextDutchHour(dailyHour, now);
  const scope = runId !== undefined ? `late:${runId}` : `day:${'importId' in data ? data.importId : 'none'}`;
  return { digestId: `${scope}:${dutchMoment(dueAt).day}`, dueAt };
}
