import { isPublic } from './public-visibility.js';

describe('whether the public sees a product', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('R70 given its own flag %s and an owner that is visible: %s, then %s', (visible, owner, seen) => {
    expect(isPublic({ visible }, { visible: owner })).toBe(seen);
  });
});
