import { median } from './statistics.ts';

describe('median', () => {
  it.each([
    [[5], 5],
    [[9, 1, 4], 4],
    [[4, 1, 9, 2], 3],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('does not exist without values', () => {
    expect(() => median([])).toThrow('Van niets');
  });
});
