import fc from 'fast-check';
import { type HouseNumber, parseHouseNumber } from './house-number.js';

const number = (houseNumber: number, houseLetter?: string, houseNumberAddition?: string): HouseNumber => ({
  houseNumber,
  ...(houseLetter && { houseLetter }),
  ...(houseNumberAddition && { houseNumberAddition }),
});

describe('parseHouseNumber', () => {
  it.each([
    ['13', number(13)],
    ['3-A', number(3, 'A')],
    ['1-3', number(1, undefined, '3')],
    ['1-BG', number(1, undefined, 'BG')],
    ['1-A-5', number(1, 'A', '5')],
    ['4-4A', number(4, undefined, '4A')],
    ['27-A 29', number(27, 'A', '29')],
    ['1-A2', number(1, 'A', '2')],
    ['2-A-B', number(2, 'A', 'B')],
    ['3-A/B', number(3, 'A', 'B')],
    ['1-3-5', number(1, undefined, '3-5')],
    ['38-+40', number(38, undefined, '40')],
    ['9/9', number(9, undefined, '9')],
    ['9-À', number(9, 'A')],
  ])('N27 splits the DUO form %s', (given, then) => expect(parseHouseNumber(given)).toEqual(then));

  it.each([
    ['32', number(32)],
    ['25 H', number(25, 'H')],
    ['30b', number(30, 'B')],
    ['6 huis', number(6, undefined, 'HUIS')],
    ['16 zw', number(16, undefined, 'ZW')],
    ['2 4', number(2, undefined, '4')],
    ['20 n 1', number(20, 'N', '1')],
    ['617 A B', number(617, 'A', 'B')],
    ['12bis', number(12, undefined, 'BIS')],
    ['12 t/m 16', number(12, undefined, '16')],
    ['12 (boven)', number(12, undefined, 'BOVEN')],
    ['02', number(2)],
  ])('N27 splits the LRK form %s', (given, then) => expect(parseHouseNumber(given)).toEqual(then));

  it.each(['', ' ', '0', 'A', 'n.v.t.', '123456', '-5', '12 ж', `1 ${'X'.repeat(21)}`])('refuses %j', (given) =>
    expect(parseHouseNumber(given)).toBeUndefined(),
  );

  it.each(['1-mrt', '3-jan', '05-Okt'])('refuses %s, a range that a spreadsheet made a date of', (given) =>
    expect(parseHouseNumber(given)).toBeUndefined(),
  );

  it('reads what it wrote', () => {
    const written = fc.tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom('', ...'ABCHZ'),
      fc.constantFrom('', '3', '40', 'BG', '4A', '3-5', 'B', 'HUIS', 'A2'),
    );
    fc.assert(
      fc.property(written, (parts) => {
        const read = parseHouseNumber(parts.filter(Boolean).join('-'));
        const again = [read?.houseNumber, read?.houseLetter, read?.houseNumberAddition].filter(Boolean).join('-');
        expect(parseHouseNumber(again)).toEqual(read);
        expect(read?.houseNumber).toBe(parts[0]);
      }),
    );
  });

  it('never throws and keeps to the shape of the contract', () => {
    const almost = fc.tuple(fc.nat(200_000), fc.string({ unit: 'binary' })).map(([digits, rest]) => digits + rest);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almost), (text) => {
        const read = parseHouseNumber(text);
        if (!read) return;
        expect(read.houseNumber).toBeGreaterThan(0);
        expect(read.houseLetter ?? 'A').toMatch(/^[A-Z]$/);
        expect(read.houseNumberAddition ?? 'A').toMatch(/^[A-Z0-9-]{1,20}$/);
      }),
    );
  });
});
