import fc from 'fast-check';
import { splitAddressLine } from './address-line.js';

describe('splitAddressLine', () => {
  it.each([
    ['Kraijenhoffstraat 32 ', { street: 'Kraijenhoffstraat', houseNumber: 32 }],
    ['Middenweg 25 H', { street: 'Middenweg', houseNumber: 25, houseLetter: 'H' }],
    ["'t Caphorst 2a ", { street: "'t Caphorst", houseNumber: 2, houseLetter: 'A' }],
    ['Saturnus 1 huis', { street: 'Saturnus', houseNumber: 1, houseNumberAddition: 'HUIS' }],
    ['Keizersgracht 699 sous', { street: 'Keizersgracht', houseNumber: 699, houseNumberAddition: 'SOUS' }],
    ['Haardstee 11 15', { street: 'Haardstee', houseNumber: 11, houseNumberAddition: '15' }],
    ['Asterweg 20 n 1', { street: 'Asterweg', houseNumber: 20, houseLetter: 'N', houseNumberAddition: '1' }],
    ['Prinsengracht 617 A B', { street: 'Prinsengracht', houseNumber: 617, houseLetter: 'A', houseNumberAddition: 'B' }],
    ['Kerkweg 12 t/m 16', { street: 'Kerkweg', houseNumber: 12, houseNumberAddition: '16' }],
    ['Dorpsstraat 8 (boven)', { street: 'Dorpsstraat', houseNumber: 8, houseNumberAddition: 'BOVEN' }],
    ['Haarstraat 14-2', { street: 'Haarstraat', houseNumber: 14, houseNumberAddition: '2' }],
    ['Postbus 7771', { street: 'Postbus', houseNumber: 7771 }],
  ])('splits %j', (given, then) => expect(splitAddressLine(given)).toEqual(then));

  it.each([
    ['2e Jan Steenstraat 14-A', { street: '2e Jan Steenstraat', houseNumber: 14, houseLetter: 'A' }],
    ['1e Wormenseweg 460', { street: '1e Wormenseweg', houseNumber: 460 }],
    ['Plein 1455 3', { street: 'Plein 1455', houseNumber: 3 }],
    ['Laan 1940-1945 33 B', { street: 'Laan 1940-1945', houseNumber: 33, houseLetter: 'B' }],
    ['Botter 40 12', { street: 'Botter 40', houseNumber: 12 }],
    ['Kogge 02 161 163', { street: 'Kogge 02', houseNumber: 161, houseNumberAddition: '163' }],
    ['Wold 22 15 huis', { street: 'Wold 22', houseNumber: 15, houseNumberAddition: 'HUIS' }],
    ['Laan der 40 Jaren 5', { street: 'Laan der 40 Jaren', houseNumber: 5 }],
  ])('leaves the number that belongs to the street in %j', (given, then) => expect(splitAddressLine(given)).toEqual(then));

  it.each([
    ['Botter 40', { street: 'Botter', houseNumber: 40 }],
    ['Plein 7', { street: 'Plein', houseNumber: 7 }],
    ['Oudelaan 2102 2104', { street: 'Oudelaan', houseNumber: 2102, houseNumberAddition: '2104' }],
  ])('takes the number of %j for the house number', (given, then) => expect(splitAddressLine(given)).toEqual(then));

  it.each(['Opvang bij de vraagouder', 'Plein 1455', 'Kerkstraat', 'Weg 1234567'])('finds no house number in %j', (given) =>
    expect(splitAddressLine(given)).toEqual({ street: given }),
  );

  it.each(['', '   ', '12', '12 14', '- 3'])('finds no street in %j', (given) => expect(splitAddressLine(given)).toBeUndefined());

  it('finds back the street and the number it is given', () => {
    const street = fc.array(fc.constantFrom('Kerkstraat', 'Lange', 'van', "'t", 'Hof'), { minLength: 1, maxLength: 4 });
    const suffix = fc.constantFrom('', 'a', ' H', ' bis', '-2', ' 4', ' huis');
    fc.assert(
      fc.property(street, fc.integer({ min: 1, max: 999 }), suffix, (words, houseNumber, after) => {
        expect(splitAddressLine(`${words.join(' ')} ${houseNumber}${after}`)).toMatchObject({ street: words.join(' '), houseNumber });
      }),
    );
  });

  it('never throws and never gives an empty street', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => expect(splitAddressLine(line)?.street ?? 'x').not.toBe('')));
  });
});
