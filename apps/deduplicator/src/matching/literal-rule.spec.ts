import type { Address } from '@gids/contracts';
import fc from 'fast-check';
import { school } from '../testing/school.js';
import { findDuplicates, type Candidate } from './literal-rule.js';
import { matchKeysOf } from './match-keys.js';

const here: Partial<Address> = { postcode: '9311AB', houseNumber: 13 };
const elsewhere: Partial<Address> = { postcode: '9999ZZ', houseNumber: 1 };

function candidate(name: string, address?: Partial<Address>, more: Partial<Candidate> = {}): Candidate {
  return { gidsId: 102_938, name, town: 'Nietap', visible: true, ...matchKeysOf(school(name, address)), ...more };
}

const matchedOn = (name: string, address: Partial<Address> | undefined, against: Candidate) => findDuplicates(school(name, address), [against])[0]?.matchedOn;

describe('the literal rule (S2:62, R43)', () => {
  it.each([
    ['same name, same address', 'De Vlinder', here, ['ADDRESS', 'NAME']],
    ['same name, other address', 'De Vlinder', elsewhere, ['NAME']],
    ['same name, no address', 'De Vlinder', undefined, ['NAME']],
    ['other name, same address', 'Het Kompas', here, ['ADDRESS']],
    ['other name, other address', 'Het Kompas', elsewhere, undefined],
    ['other name, no address', 'Het Kompas', undefined, undefined],
  ] as const)('R43 given %s', (_, name, address, expected) => {
    expect(matchedOn('De Vlinder', here, candidate(name, address))).toEqual(expected);
  });

  it.each([
    ['case', 'DE VLINDER', true],
    ['accents', 'Dé Vlïnder', true],
    ['punctuation', "De 'Vlinder'!", true],
    ['blanks', ' De  Vlinder ', true],
    ['a type word', 'OBS De Vlinder', false],
    ['a legal form', 'De Vlinder B.V.', false],
    ['a word less', 'Vlinder', false],
  ])('A28 given a name that differs in %s («%s»), same: %s', (_, name, same) => {
    expect(matchedOn('De Vlinder', undefined, candidate(name)) !== undefined).toBe(same);
  });

  it.each<[string, Partial<Address>, Partial<Address>, boolean]>([
    ['12A and 12 A', { houseNumber: 12, houseLetter: 'A' }, { houseNumber: 12, houseNumberAddition: 'a' }, true],
    ['12A and 12', { houseNumber: 12, houseLetter: 'A' }, { houseNumber: 12 }, false],
    ['12 and 12', { houseNumber: 12 }, { houseNumber: 12 }, true],
    ['12A and 12B', { houseNumber: 12, houseLetter: 'A' }, { houseNumber: 12, houseLetter: 'B' }, false],
    ['another street name on one postcode and number', { houseNumber: 12, street: 'Kerkstraat' }, { houseNumber: 12, street: 'Kerkstr.' }, true],
  ])('N27 compares house numbers: %s', (_, one, other, same) => {
    const postcode = '9311AB';
    expect(matchedOn('X', { postcode, ...one }, candidate('Y', { postcode, ...other })) !== undefined).toBe(same);
  });

  it.each<[string, Partial<Address>]>([
    ['a P.O. box', { street: 'Postbus', houseNumber: 13, postcode: '9311AB' }],
    ['an address without a number', { postcode: '9311AB' }],
    ['an address without a postcode', { houseNumber: 13 }],
  ])('N29 R43 given %s on both sides, then it never matches', (_, address) => {
    expect(matchedOn('X', address, candidate('Y', address))).toBeUndefined();
  });

  it('R43 given names without a letter or figure, then they never match', () => {
    expect(matchedOn('---', undefined, candidate('!!!'))).toBeUndefined();
  });

  it('A28 N29 compares the visiting address, never the postal one', () => {
    const postal = { ...school('X'), postalAddress: { street: 'Proefstraat', houseNumber: 13, postcode: '9311AB', town: 'Nietap' } };
    expect(findDuplicates(postal, [candidate('Y', here)])).toEqual([]);
  });
});

describe('what is told of a duplicate (R22)', () => {
  it('is its number, name, place, whether it is visible, and why', () => {
    expect(findDuplicates(school('De Vlinder', here), [candidate('De Vlinder', here)])).toEqual([
      {
        gidsId: 102_938,
        name: 'De Vlinder',
        town: 'Nietap',
        visible: true,
        matchedOn: ['ADDRESS', 'NAME'],
        reasons: ['Zelfde adres (9311AB 13)', 'Zelfde naam'],
      },
    ]);
  });

  it.each<[Partial<Address>, string]>([
    [{ houseNumber: 13, houseLetter: 'A' }, 'Zelfde adres (9311AB 13A)'],
    [{ houseNumber: 13, houseNumberAddition: 'hs' }, 'Zelfde adres (9311AB 13-hs)'],
    [{ houseNumber: 13, houseLetter: 'A', houseNumberAddition: '2' }, 'Zelfde adres (9311AB 13A-2)'],
  ])('names the whole address', (number, reason) => {
    const address = { postcode: '9311AB', ...number };
    expect(findDuplicates(school('X', address), [candidate('Y', address)])[0]?.reasons).toEqual([reason]);
  });

  it('R36b A3 holds the invisible ones too, after the visible ones, each by G!DS-ID', () => {
    const found = findDuplicates(school('De Vlinder'), [
      candidate('De Vlinder', undefined, { gidsId: 3, visible: false }),
      candidate('De Vlinder', undefined, { gidsId: 9 }),
      candidate('De Vlinder', undefined, { gidsId: 1, visible: false }),
      candidate('De Vlinder', undefined, { gidsId: 4 }),
    ]);
    expect(found.map(({ gidsId, visible }) => [gidsId, visible])).toEqual([[4, true], [9, true], [1, false], [3, false]]);
  });

  it('leaves the place out where it is not known', () => {
    expect(findDuplicates(school('De Vlinder'), [candidate('De Vlinder', undefined, { town: undefined })])[0]).not.toHaveProperty('town');
  });
});

describe('whatever the candidates', () => {
  const names = fc.constantFrom('De Vlinder', 'de vlinder', 'OBS De Vlinder', '---', 'Het Kompas');
  const addresses = fc.option(
    fc.record(
      { postcode: fc.constantFrom('9311AB', '9999ZZ'), houseNumber: fc.integer({ min: 1, max: 2 }), houseLetter: fc.constantFrom('A', 'B'), street: fc.constantFrom('Postbus', 'Kerkstraat') },
      { requiredKeys: ['street'] },
    ),
    { nil: undefined },
  );
  const organisation = fc.tuple(names, addresses).map(([name, address]) => school(name, address));
  const candidates = fc.uniqueArray(
    fc.record({ gidsId: fc.integer({ min: 1, max: 50 }), name: names, address: addresses, visible: fc.boolean() }).map(({ gidsId, name, address, visible }) => candidate(name, address, { gidsId, visible })),
    { selector: ({ gidsId }) => gidsId, maxLength: 12 },
  );

  it('does not depend on the order in which they are found', () => {
    const turned = candidates.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(organisation, turned, (content, [list, other]) => expect(findDuplicates(content, other)).toEqual(findDuplicates(content, list))));
  });

  it('R43 never matches without a key, and always where one is shared', () => {
    fc.assert(
      fc.property(organisation, candidates, (content, list) => {
        const keys = matchKeysOf(content);
        const sharing = list.filter(
          (one) => (keys.nameKey !== undefined && one.nameKey === keys.nameKey) || (keys.addressKey !== undefined && one.addressKey === keys.addressKey),
        );
        const found = findDuplicates(content, list);
        expect(found.map(({ gidsId }) => gidsId).toSorted()).toEqual(sharing.map(({ gidsId }) => gidsId).toSorted());
        for (const { matchedOn: on, reasons } of found) expect(reasons).toHaveLength(on.length);
      }),
    );
  });

  it('finds one for the other as it finds the other for the one', () => {
    fc.assert(
      fc.property(names, addresses, names, addresses, (name, address, otherName, otherAddress) => {
        expect(matchedOn(name, address, candidate(otherName, otherAddress))).toEqual(matchedOn(otherName, otherAddress, candidate(name, address)));
      }),
    );
  });
});
