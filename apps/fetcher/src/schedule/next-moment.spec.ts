import fc from 'fast-check';
import { localDate, localMoment } from './local-moment.js';
import { nextMoment, type Rhythm } from './next-moment.js';

const fortnight: Rhythm = { firstOn: '2026-11-22', everyDays: 14, time: '06:00' };
const next = (rhythm: Rhythm, after: string) => nextMoment(rhythm, new Date(after)).toISOString();

describe('when a source is fetched next (R3)', () => {
  it.each([
    ['before its first day', '2026-01-01T00:00:00Z', '2026-11-22T05:00:00.000Z'],
    ['on its day, before its time', '2026-11-22T04:59:59Z', '2026-11-22T05:00:00.000Z'],
    ['at its time', '2026-11-22T05:00:00Z', '2026-12-06T05:00:00.000Z'],
    ['between two turns', '2026-11-30T12:00:00Z', '2026-12-06T05:00:00.000Z'],
    ['after turns that were missed, given one is enough', '2027-02-01T00:00:00Z', '2027-02-14T05:00:00.000Z'],
  ])('R3 given %s, then it is the first of its moments after that', (_, after, expected) => {
    expect(next(fortnight, after)).toBe(expected);
  });

  it('R3 given clocks change, then it stays six o’clock on the wall', () => {
    expect(next({ firstOn: '2027-03-21', everyDays: 7, time: '06:00' }, '2027-03-22T00:00:00Z')).toBe('2027-03-28T04:00:00.000Z');
    expect(next({ firstOn: '2026-10-18', everyDays: 7, time: '06:00' }, '2026-10-19T00:00:00Z')).toBe('2026-10-25T05:00:00.000Z');
  });

  it('R3 given a time that does not exist in spring, then it is that day all the same, and of two in autumn it is the first', () => {
    expect(next({ firstOn: '2027-03-28', everyDays: 1, time: '02:30' }, '2027-03-27T12:00:00Z')).toBe('2027-03-28T00:30:00.000Z');
    expect(localMoment('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('R3 is always later, at its time of the wall clock, and a whole number of turns from its first day', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, moments, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 4, max: 23 }), (first, after, everyDays, hour) => {
        const rhythm = { firstOn: localDate(first), everyDays, time: `${String(hour).padStart(2, '0')}:15` };
        const found = nextMoment(rhythm, after);
        const days = (Date.parse(localDate(found)) - Date.parse(rhythm.firstOn)) / 86_400_000;
        expect(found > after).toBe(true);
        expect(days >= 0 && days % everyDays).toBe(0);
        expect(localMoment(localDate(found), rhythm.time)).toEqual(found);
      }),
    );
  });
});
