import { addDays, localDate, localMoment } from './local-moment.js';

/** When a source is fetched: on a date, and every so many days from then, at a time of the clock. */
export interface Rhythm {
  /** `2026-12-06`: any of its days. */
  readonly firstOn: string;
  readonly everyDays: number;
  /** `06:00`. */
  readonly time: string;
}

/** @returns the first moment of a rhythm that is after this one: what was missed meanwhile is behind it, however often (R3) */
export function nextMoment({ firstOn, everyDays, time }: Rhythm, after: Date): Date {
  const gone = Math.floor((Date.parse(localDate(after)) - Date.parse(firstOn)) / 86_400_000);
  const turns = Math.max(0, Math.floor(gone / everyDays));
  const moments = [turns, turns + 1].map((turn) => localMoment(addDays(firstOn, turn * everyDays), time));
  const next = moments.find((moment) => moment > after);
  if (!next) throw new Error(`A rhythm of ${everyDays} days has no moment after ${after.toISOString()}`);
  return next;
}
