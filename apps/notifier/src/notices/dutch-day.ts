const dutchClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });
const hourMs = 60 * 60_000;

/** A moment on the Dutch clock. */
export interface DutchMoment {
  /** Such as `2026-08-04`. */
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
}

/** @returns what the Dutch clock and calendar say at a moment */
export function dutchMoment(instant: Date): DutchMoment {
  const [day = '', time = ''] = dutchClock.format(instant).split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return { day, hour: hour ?? 0, minute: minute ?? 0, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7 };
}

/** @returns the first moment after `now` at which the Dutch clock says a whole hour; the clock skips none by day */
export function nextDutchHour(hour: number, now: Date): Date {
  let candidate = new Date(Math.floor(now.getTime() / hourMs) * hourMs + hourMs);
  while (dutchMoment(candidate).hour !== hour) candidate = new Date(candidate.getTime() + hourMs);
  return candidate;
}
