import fc from 'fast-check';
import { editDistance } from './edit-distance.js';
import { streetKey, townKey } from './match-address.js';
import { comparedFields, fieldMarks, matchFeatures, type MatchSubject } from './match-features.js';
import { hash64 } from './match-hash.js';
import { hotLimits, keyKinds, matchKeys, type KeyKind } from './match-keys.js';

const school = (more: Partial<MatchSubject> = {}): MatchSubject => ({
  kind: 'PRIMARY_SCHOOL',
  name: 'OBS De Regenboog',
  visitAddress: { street: 'Melkweg', houseNumber: 13, postcode: '9306TC', town: 'Alteveer' },
  phone: '0591659840',
  website: 'https://www.regenboog.nl',
  identifiers: [],
  ...more,
});
const keysOf = (subject: MatchSubject): Set<string> => new Set(matchKeys(matchFeatures(subject)).map(({ kind, key }) => `${kind} ${key}`));
const meet = (one: MatchSubject, other: MatchSubject): number[] => {
  const others = keysOf(other);
  return [...keysOf(one)].filter((key) => others.has(key)).map((key) => Number(key.split(' ')[0]));
};
const address = (more: object) => ({ visitAddress: { ...school().visitAddress, ...more } });
const nothing = { name: 'Het Kompas', phone: undefined, website: undefined };

describe('two organisations meet as candidates (DEDUPE 5.3)', () => {
  it.each<[string, Partial<MatchSubject>, Partial<MatchSubject>, KeyKind]>([
    ['R43 by postcode and number', {}, nothing, keyKinds.ADDRESS],
    ['by either end of a range', address({ houseNumber: 11, houseNumberAddition: '13' }), nothing, keyKinds.ADDRESS],
    ['by street and number where the postcode is missing', {}, { ...nothing, ...address({ postcode: undefined }) }, keyKinds.STREET],
    ['by core and town where it moved', {}, { name: 'De Regenboog', ...address({ houseNumber: 99, postcode: '9306AA' }) }, keyKinds.NAME_TOWN],
    ['R43 by the whole name, wherever', {}, { phone: undefined, website: undefined, visitAddress: undefined }, keyKinds.NAME],
    ['by phone where all else changed', {}, { ...nothing, phone: '0591659840', visitAddress: undefined }, keyKinds.PHONE],
    ['by site', {}, { ...nothing, website: 'http://regenboog.nl/contact', visitAddress: undefined }, keyKinds.HOST],
    ['by a word and the town where the name has an error', { name: 'De Bonte Regenboog' }, { name: 'De Bnte Regenboog', ...address({ houseNumber: 99, postcode: '9306AA' }) }, keyKinds.WORD_TOWN],
  ])('%s', (_, one, other, kind) => expect(meet(school(one), school(other))).toContain(kind));

  it('N29 never by P.O. box', () => {
    const box = address({ street: 'Postbus' });
    expect(meet(school(box), school({ ...box, ...nothing }))).toEqual([]);
  });

  it('R43 never by a key of the literal rule that is too common', () => {
    expect(hotLimits).not.toHaveProperty(String(keyKinds.NAME));
    expect(hotLimits).not.toHaveProperty(String(keyKinds.ADDRESS));
  });

  it('N34 a childminder has no keys of phone or site', () => {
    const kinds = matchKeys(matchFeatures(school({ kind: 'CHILDMINDER' }))).map(({ kind }) => kind);
    expect(kinds).not.toContain(keyKinds.PHONE);
    expect(kinds).not.toContain(keyKinds.HOST);
  });
});

describe('features', () => {
  it('are marked field by field, so that a change is known by its name', () => {
    const before = fieldMarks(matchFeatures(school()));
    const changed = (more: Partial<MatchSubject>) => {
      const now = fieldMarks(matchFeatures(school(more)));
      return comparedFields.filter((field) => now[field] !== before[field]);
    };
    expect(changed({ phone: '0591000000' })).toEqual(['phone']);
    expect(changed({ website: 'https://elders.nl' })).toEqual(['website']);
    expect(changed({ name: 'OBS Het Kompas' })).toEqual(['name']);
    expect(changed(address({ houseNumber: 14 }))).toEqual(['address']);
    expect(changed({ kind: 'LIBRARY', name: 'De Regenboog' })).toEqual(['name', 'kind']);
    expect(changed({ name: 'obs de  REGENBOOG' })).toEqual([]);
  });

  it('survive being stored as JSON', () => {
    const features = matchFeatures(school());
    expect(JSON.parse(JSON.stringify(features))).toEqual(features);
  });
});

describe('streets and towns (DEDUPE 4.3)', () => {
  it.each([
    ['Burg Godwaldtstraat', 'Burgemeester Godwaldtstr.'],
    ['Pr. Christinalaan', 'Prinses Christina-laan'],
    ['v.d. Veenstraat', 'Van der Veenstr'],
    ['2e Jan Steenstraat', 'Tweede Jan Steenstraat'],
    ['St. Jorisstraat', 'Sint Jorisstraat'],
  ])('%j is %j', (one, other) => expect(streetKey(one)).toBe(streetKey(other)));

  it.each([
    ["'S-GRAVENHAGE", 'Den Haag'],
    ["'s Hertogenbosch", 'Den Bosch'],
    ['ALTEVEER GEM NOORDENVELD', 'Alteveer'],
    ['WINSUM GN', 'Winsum'],
    ['Elst (Gld)', 'ELST GLD'],
    ['Alphen a/d Rijn', 'Alphen aan den Rijn'],
  ])('%j is %j', (one, other) => expect(townKey(one)).toBe(townKey(other)));
});

describe('hash64', () => {
  it('fits a bigint of PostgreSQL and spreads', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(BigInt.asIntN(64, hash64(text))).toBe(hash64(text))));
    expect(new Set(Array.from({ length: 100_000 }, (_, at) => hash64(`8 sleutel ${at}`))).size).toBe(100_000);
  });
});

describe('editDistance', () => {
  /** The textbook table, of all cells. */
  function slow(one: string, other: string): number {
    const table = Array.from({ length: one.length + 1 }, (_, row) => Array.from({ length: other.length + 1 }, (__, at) => row || at));
    for (let row = 0; row <= one.length; row += 1) {
      for (let at = 0; at <= other.length; at += 1) {
        if (row === 0 || at === 0) {
          table[row]![at] = row + at;
          continue;
        }
        const same = one[row - 1] === other[at - 1] ? 0 : 1;
        table[row]![at] = Math.min(table[row - 1]![at]! + 1, table[row]![at - 1]! + 1, table[row - 1]![at - 1]! + same);
        const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
        if (swapped) table[row]![at] = Math.min(table[row]![at]!, table[row - 2]![at - 2]! + 1);
      }
    }
    return table[one.length]![other.length]!;
  }

  it('is that of the whole table, as far as the limit goes', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, limit) => expect(editDistance(one, other, limit)).toBe(Math.min(slow(one, other), limit + 1))),
      { numRuns: 2_000 },
    );
  });
});
