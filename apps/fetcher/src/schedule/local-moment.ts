/** Schedules are by the clock on the wall in the Netherlands, summer and winter (R3). */
const zone = 'Europe/Amsterdam';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * @param date `2026-12-06`
 * @param time `06:00`; where clocks skip it in spring, the moment is an hour earlier, and of the two in autumn it is the first
 * @returns the moment at which it is that date and time in the Netherlands
 */
export function localMoment(date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const first = asUtc - offsetAt(asUtc - 2 * 60 * minuteMs);
  return new Date(offsetAt(first) === asUtc - first ? first : asUtc - offsetAt(first));
}

/** @returns the date in the Netherlands at a moment, as `2026-12-06` */
export function localDate(moment: Date): string {
  const { year, month, day } = wallClock(moment.getTime());
  return `${year}-${month}-${day}`;
}

/** @returns the date so many days later; months and leap days included */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How far the wall clock is ahead of UTC, in milliseconds. */
function offsetAt(moment: number): number {
  const { year, month, day, hour, minute } = wallClock(moment);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - Math.floor(moment / minuteMs) * minuteMs;
}

function wallClock(moment: number): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
}
