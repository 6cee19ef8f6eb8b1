import type { Duplicate } from '@gids/contracts';
import { leftOut, sameAddress, unusable } from '../testing/test-source.js';
import { explain, type Explained } from './explanation.js';

const given = (found: Partial<Explained>) => explain({ issues: [], duplicates: [], missingAtSource: false, makeVisible: true, ...found });
const many = (count: number): Duplicate[] => Array.from({ length: count }, (_, index) => ({ ...sameAddress, gidsId: 1000 + index }));

describe('the statustoelichting (R22)', () => {
  it('R24 given nothing, then nothing is said', () => {
    expect(given({})).toBe('');
  });

  it('R22 given a duplicate on the same address under another name, then its number, name and "zelfde adres", and not "zelfde naam"', () => {
    const text = given({ duplicates: [sameAddress] });
    expect(text).toBe('Dubbele: G!DS 123 De Regenboog, Nietap: zelfde adres (9311AB 13).');
    expect(text).not.toContain('zelfde naam');
  });

  it('R22 given a duplicate on both, then both reasons, and what they quote as it is written', () => {
    const both: Duplicate = { ...sameAddress, matchedOn: ['ADDRESS', 'NAME'], reasons: ['Zelfde adres (9311AB 13 A)', 'Zelfde naam'] };
    expect(given({ duplicates: [both] })).toBe('Dubbele: G!DS 123 De Regenboog, Nietap: zelfde adres (9311AB 13 A); zelfde naam.');
  });

  it('R36b given an invisible duplicate, then it is mentioned as "niet zichtbaar"', () => {
    expect(given({ duplicates: [{ ...sameAddress, visible: false }] })).toBe(
      'Dubbele: G!DS 123 De Regenboog, Nietap (niet zichtbaar): zelfde adres (9311AB 13).',
    );
  });

  it('leaves the place out where it is not known', () => {
    const placeless = { ...sameAddress };
    delete placeless.town;
    expect(given({ duplicates: [placeless] })).toContain('G!DS 123 De Regenboog: zelfde adres');
  });

  it('R23 given a conversion error and a duplicate, then both are named', () => {
    const text = given({ issues: [unusable], duplicates: [sameAddress] });
    expect(text).toContain('SOORT');
    expect(text).toContain('"XYZ"');
    expect(text).toContain('G!DS 123');
  });

  it('R26 given warnings beside errors, then all of them are told', () => {
    expect(given({ issues: [leftOut, unusable] })).toBe(`${leftOut.message} ${unusable.message}`);
  });

  it.each([
    [5, ''],
    [6, ' En nog 1 dubbele.'],
    [7, ' En nog 2 dubbelen.'],
    [400, ' En nog 395 dubbelen.'],
  ])('R22 given %i duplicates, then five are named and the rest is counted', (count, rest) => {
    const text = given({ duplicates: many(count) });
    expect(text.match(/Dubbele: /g)).toHaveLength(5);
    expect(text.endsWith(`.${rest}`)).toBe(true);
    expect(text.includes('En nog')).toBe(rest !== '');
  });

  it('R96 given a record that is gone, then that comes first', () => {
    expect(given({ missingAtSource: true, issues: [unusable] })).toBe(`Niet meer in de bron. ${unusable.message}`);
  });

  it('A14 given a source that withholds visibility, then that is told', () => {
    expect(given({ makeVisible: false })).toBe('De bron vraagt dit record niet zichtbaar te maken.');
  });
});
