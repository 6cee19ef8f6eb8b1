import fc from 'fast-check';
import { SeenRecords } from './seen-records.js';

describe('which records a file holds', () => {
  it('agrees with a set, for any ordinals in any order', () => {
    const ordinals = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2_000_000 })), { maxLength: 60 });
    fc.assert(
      fc.property(ordinals, fc.array(fc.integer({ min: 1, max: 2_000_000 }), { maxLength: 20 }), (added, asked) => {
        const seen = new SeenRecords();
        const model = new Set<number>();
        for (const ordinal of added) {
          expect(seen.add(ordinal)).toBe(!model.has(ordinal));
          model.add(ordinal);
        }
        for (const ordinal of [...added, ...added.map((each) => each + 1), ...asked]) expect(seen.has(ordinal)).toBe(model.has(ordinal));
      }),
    );
  });

  it('keeps neighbours apart on both sides of a byte and of its own growth', () => {
    const seen = new SeenRecords();
    for (const ordinal of [7, 8, 8_191, 8_192, 16_384]) expect(seen.add(ordinal)).toBe(true);
    expect([6, 7, 8, 9, 8_190, 8_191, 8_192, 8_193, 16_383, 16_384].filter((ordinal) => seen.has(ordinal))).toEqual([7, 8, 8_191, 8_192, 16_384]);
  });
});
