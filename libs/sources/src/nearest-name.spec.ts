import fc from 'fast-check';
import { nearestName } from './nearest-name.js';

describe('nearestName', () => {
  it.each([
    ['VESTIGINGSCODE', ['VESTIGINGSNAAM', 'VESTIGINGSCOD', 'POSTCODE'], 'VESTIGINGSCOD'],
    ['INTERNETADRES', ['internet_adres', 'E-MAILADRES'], 'internet_adres'],
    ['STRAATNAAM', ['STRAATNAAM CORRESPONDENTIEADRES', 'STRAAT NAAM'], 'STRAAT NAAM'],
    ['ve', ['vve'], undefined],
    ['PROVINCIE', ['STRAATNAAM', 'POSTCODE'], undefined],
    ['PROVINCIE', [], undefined],
    ['', ['PROVINCIE'], undefined],
  ])('for %j among %j is %j', (name, candidates, nearest) => expect(nearestName(name, candidates)).toBe(nearest));

  it('finds a name in itself', () => {
    const name = fc.stringMatching(/^[A-Z]{3,20}$/);
    fc.assert(fc.property(name, fc.array(name), (one, others) => expect(nearestName(one, [...others, one])).toBe(one)));
  });

  it('finds a name back after one typing mistake', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{4,20}$/), fc.nat(19), (name, at) => {
        const mistyped = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
        expect(nearestName(name, [mistyped])).toBe(mistyped);
      }),
    );
  });

  it('does not grow slow on a name without end', () => {
    expect(nearestName('x'.repeat(1_000_000), ['y'.repeat(1_000_000)])).toBeUndefined();
  });
});
