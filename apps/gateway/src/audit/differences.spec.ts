import fc from 'fast-check';
import { differencesBetween } from './differences.js';

describe('what changed of an object', () => {
  it('is kept as it was and as it is, and nothing else', () => {
    const before = { naam: 'A', zichtbaar: true, contract: { accountmanager: 'jan', termijn: 12 }, dubbelen: [1], _links: { self: 'x' } };
    const after = { naam: 'A', zichtbaar: false, contract: { accountmanager: 'els', termijn: 12 }, dubbelen: [1, 2], _links: { self: 'y' } };
    expect(differencesBetween(before, after)).toEqual({
      before: { zichtbaar: true, contract: { accountmanager: 'jan' }, dubbelen: [1] },
      after: { zichtbaar: false, contract: { accountmanager: 'els' }, dubbelen: [1, 2] },
    });
  });

  it.each([
    [undefined, { naam: 'A', _links: {} }, { before: null, after: { naam: 'A' } }],
    [{ naam: 'A', _links: {} }, undefined, { before: { naam: 'A' }, after: null }],
    [{}, { naam: 'A' }, { before: { naam: null }, after: { naam: 'A' } }],
    [{ eigenaar: { id: 1 } }, { eigenaar: null }, { before: { eigenaar: { id: 1 } }, after: { eigenaar: null } }],
  ])('from %j to %j', (before, after, expected) => {
    expect(differencesBetween(before, after)).toEqual(expected);
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const [before, after] = [1, 2].map(() => JSON.parse(JSON.stringify(value)) as unknown);
        expect(differencesBetween(before, after)).toEqual({ before: {}, after: {} });
      }),
    );
  });
});
