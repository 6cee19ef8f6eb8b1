import fc from 'fast-check';
import { addressKey, nameKey, NORMALISATION_VERSION } from './match-key.js';

describe('nameKey', () => {
  it.each([
    ['De Regenboog', 'DE REGENBOOG'],
    ['De Regenboog', ' De  Regenboog. '],
    ["'t Loo", '’T LOO'],
    ['Itë', 'Ite'],
    ['O.B.S. De Ark', 'OBS de ark'],
    ['St.-Jozef', 'St Jozef'],
  ])('A28 takes %j and %j for the same name', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['OBS De Regenboog', 'De Regenboog'],
    ['BSO De Ark', 'KDV De Ark'],
    ['Kibeo B.V.', 'Kibeo'],
    ['De Ark 1', 'De Ark 2'],
  ])('A28 keeps type words and legal forms: %j is not %j', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it.each(['', '  ', '-', '???'])('R43 an empty name matches nothing: %j', (name) => expect(nameKey(name)).toBeUndefined());

  it('changes nothing the second time, and holds letters and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const key = nameKey(name);
        if (key === undefined) return;
        expect(nameKey(key)).toBe(key);
        expect(key).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('addressKey', () => {
  const melkweg = { street: 'Melkweg', houseNumber: 12, postcode: '9306TC', town: 'Alteveer' };

  it('R43 12A = 12 A, and neither is 12', () => {
    const glued = addressKey({ ...melkweg, houseLetter: 'A' });
    expect(addressKey({ ...melkweg, houseNumberAddition: 'a' })).toBe(glued);
    expect(addressKey(melkweg)).not.toBe(glued);
  });

  it.each([
    [{ houseLetter: 'A', houseNumberAddition: '5' }, { houseNumberAddition: 'A-5' }],
    [{ houseNumberAddition: 'HUIS' }, { houseNumberAddition: 'hs' }],
    [{ houseNumberAddition: 'BG' }, { houseNumberAddition: 'hs' }],
    [{ houseNumberAddition: 'II' }, { houseNumberAddition: '2' }],
  ])('N27 takes %j and %j for the same door', (one, other) =>
    expect(addressKey({ ...melkweg, ...one })).toBe(addressKey({ ...melkweg, ...other })),
  );

  it('looks at postcode and number, not at spelling of street, town or postcode', () => {
    expect(addressKey({ ...melkweg, street: 'MELKWEG', postcode: '9306 tc' })).toBe(addressKey(melkweg));
    expect(addressKey({ ...melkweg, street: undefined })).toBe(addressKey(melkweg));
  });

  it('does not run number and suffix together: 1-23 is not 12-3', () => {
    const [one, other] = [{ houseNumber: 1, houseNumberAddition: '23' }, { houseNumber: 12, houseNumberAddition: '3' }];
    expect(addressKey({ ...melkweg, ...one })).not.toBe(addressKey({ ...melkweg, ...other }));
  });

  it.each(['Postbus', 'POSTBUS', 'Post bus', 'Postbus 12', 'P.O. Box', 'Antwoordnummer'])('N29 gives no key to %s', (street) =>
    expect(addressKey({ ...melkweg, street })).toBeUndefined(),
  );

  it('N29 gives a key to a street that only starts like a P.O. box', () => {
    expect(addressKey({ ...melkweg, street: 'Postbusweg' })).toBe(addressKey(melkweg));
  });

  it.each([{ postcode: undefined }, { postcode: '0000XX' }, { houseNumber: undefined }])('R43 an incomplete address matches nothing: %j', (gap) =>
    expect(addressKey({ ...melkweg, ...gap })).toBeUndefined(),
  );

  it('never throws on any suffix', () => {
    const suffix = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('constructor', '__proto__', 'toString'));
    fc.assert(fc.property(suffix, (text) => expect(addressKey({ ...melkweg, houseNumberAddition: text })).toMatch(/^9306TC\|12\|[a-z0-9]*$/)));
  });
});

it('the version of the rules is the second', () => expect(NORMALISATION_VERSION).toBe(2));
