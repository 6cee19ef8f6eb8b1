import fc from 'fast-check';
import { graceWeeks, isNeglected } from './control-term.js';

const now = new Date('2026-08-04T06:00:00Z');
const weeksAgo = (weeks: number, extraMs = 0) => new Date(now.getTime() - weeks * 7 * 24 * 60 * 60 * 1_000 - extraMs);

describe('an organisation that nobody checks (G16)', () => {
  it.each([
    [26, 26, 0, false],
    [26, 52, 0, false],
    [26, 52, 1, true],
    [4, 30, 0, false],
    [4, 30, 1, true],
    [520, 500, 0, false],
  ])('given a term of %i weeks and a check %i weeks and %i ms ago, then neglected: %s', (controlTerm, weeks, ms, neglected) => {
    expect(isNeglected({ controlTerm, checkedAt: weeksAgo(weeks, ms) }, now)).toBe(neglected);
  });

  it('R94 given an infinite term, then never, however long ago', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (weeks) => expect(isNeglected({ controlTerm: 'INFINITE', checkedAt: weeksAgo(weeks) }, now)).toBe(false)));
    expect(isNeglected({ controlTerm: 'INFINITE' }, now)).toBe(false);
  });

  it('given any term, then not before its control date and half a year have passed, and always after that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 520 }), fc.integer({ min: 0, max: 1_200 }), (controlTerm, weeks) =>
        expect(isNeglected({ controlTerm, checkedAt: weeksAgo(weeks) }, now)).toBe(weeks > controlTerm + graceWeeks),
      ),
    );
  });
});
