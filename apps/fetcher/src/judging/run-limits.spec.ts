import { sources } from '@gids/sources';
import { defaultLimits, limitsOf } from './run-limits.js';

describe('limits of a source', () => {
  it('R8 are those for every source where its manifest has none', () => {
    expect(limitsOf({})).toEqual(defaultLimits);
    expect(defaultLimits).toEqual({
      rowsAtLeast: 90,
      rowsRefusedBelow: 50,
      rowsAtMost: 150,
      vanished: 2,
      hidden: 2,
      changed: 20,
      badRows: 1,
      fillRateDrop: 10,
      few: 20,
      smallSource: 100,
    });
  });

  it('R8 are its own where its manifest has some, one by one', () => {
    expect(limitsOf({ limits: { changed: 60 } })).toEqual({ ...defaultLimits, changed: 60 });
  });

  it('R8 leave room between what is held and what is refused, for every source', () => {
    for (const source of sources) {
      const { rowsAtLeast, rowsRefusedBelow, rowsAtMost } = limitsOf(source);
      expect(rowsRefusedBelow < rowsAtLeast && rowsAtLeast <= 100 && rowsAtMost >= 100).toBe(true);
    }
  });
});
