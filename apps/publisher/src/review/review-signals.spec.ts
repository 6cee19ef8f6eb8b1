import type { Duplicate } from '@gids/contracts';
import { sameAddress } from '../testing/test-source.js';
import { lostMatches } from './review-signals.js';

const lost = (before: Duplicate[], now: Duplicate[]) => lostMatches({ id: 7, duplicates: before }, now);

describe('a match that is lost (A30)', () => {
  it.each<[string, Duplicate[]]>([
    ['is found no more', []],
    ['counts no more under the same policy', [{ ...sameAddress, counts: false }]],
  ])('A30 is one that counted, was visible and %s', (_, now) => {
    expect(lost([sameAddress], now)).toEqual([{ recordId: 7, gidsId: 123 }]);
  });

  it.each<[string, Duplicate[], Duplicate[]]>([
    ['is found as before', [sameAddress], [{ ...sameAddress, score: 1, name: 'Anders' }]],
    ['is hidden now', [sameAddress], [{ ...sameAddress, visible: false }]],
    ['is hidden now and counts no more', [sameAddress], [{ ...sameAddress, visible: false, counts: false }]],
    ['a person judged', [sameAddress], [{ ...sameAddress, counts: false, verdict: 'NOT_DUPLICATE' }]],
    ['was hidden before', [{ ...sameAddress, visible: false }], []],
    ['did not count before', [{ ...sameAddress, counts: false }], []],
  ])('A30 is none that %s', (_, before, now) => {
    expect(lost(before, now)).toEqual([]);
  });
});
