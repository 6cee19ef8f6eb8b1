import { dutchMoment } from '../notices/dutch-day.js';

const monday = 1;
const morningHour = 7;

/** @returns the Monday whose reminder is due, such as `2026-08-03`: on that day from seven in the morning; else undefined */
export function reminderWeek(now: Date): string | undefined {
  const { day, hour, weekday } = dutchMoment(now);
  return weekday === monday && hour >= morningHour ? day : undefined;
}
