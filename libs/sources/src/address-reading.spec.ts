import { addressSchema } from '@gids/contracts';
import fc from 'fast-check';
import { readAddress, readAddressLine } from './address-reading.js';
import { RowReader } from './row-reader.js';
import type { SourceFields } from './source.js';

const split = { label: 'Bezoekadres', street: 'straat', houseNumber: 'nummer', postcode: 'postcode', town: 'plaats' };
const line = { label: 'Adres', line: 'adres', postcode: 'postcode', town: 'plaats' };

function readSplit(fields: SourceFields, required = true) {
  const row = new RowReader(fields);
  return { address: readAddress(row, { ...split, required }), issues: row.issues };
}

function readLine(fields: SourceFields, required = true) {
  const row = new RowReader(fields);
  return { address: readAddressLine(row, { ...line, required }), issues: row.issues };
}

function without(fields: SourceFields, column: string): SourceFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== column));
}

describe('readAddress', () => {
  const whole = { straat: 'Melkweg', nummer: '12-A', postcode: '9306 TC', plaats: 'ALTEVEER GEM NOORDENVELD' };

  it('N27 splits an address the way the BAG does', () => {
    const address = { street: 'Melkweg', houseNumber: 12, houseLetter: 'A', postcode: '9306TC', town: 'Alteveer gem Noordenveld' };
    expect(readSplit(whole)).toEqual({ address, issues: [] });
  });

  it('N29 keeps a P.O. box as one', () => {
    const { address } = readSplit({ straat: 'Postbus', nummer: '70013', postcode: '9704 AA', plaats: 'GRONINGEN' }, false);
    expect(address).toEqual({ street: 'Postbus', houseNumber: 70013, postcode: '9704AA', town: 'Groningen' });
  });

  it.each(['Plein 1455', 'Schoener 11', '2e Jan Steenstraat', 'Laan 1940-1945'])('leaves the number in the street %s', (straat) => {
    expect(readSplit({ ...whole, straat }).address).toMatchObject({ street: straat, houseNumber: 12 });
  });

  it('makes no address of nothing, and says nothing: that is for validation', () => {
    expect(readSplit({})).toEqual({ address: undefined, issues: [] });
  });

  it.each(['nummer', 'postcode'])('makes an address without %s, and says nothing', (column) => {
    expect(readSplit(without(whole, column))).toMatchObject({ address: { street: 'Melkweg' }, issues: [] });
  });

  it.each([
    ['postcode', '0000XX', 'Bezoekadres: postcode "0000XX" is geen geldige postcode. Alleen de bron kan dit herstellen.'],
    ['nummer', '1-mrt', 'Bezoekadres: huisnummer "1-mrt" is geen geldig huisnummer. Alleen de bron kan dit herstellen.'],
    ['straat', '???', 'Bezoekadres: straat "???" is geen straatnaam. Alleen de bron kan dit herstellen.'],
    ['plaats', '123', 'Bezoekadres: plaats "123" is geen plaatsnaam. Alleen de bron kan dit herstellen.'],
  ])('R26 makes an error of a required %s that is %s', (column, value, message) => {
    const issue = { severity: 'error', code: 'unusableValue', field: column, value, message };
    expect(readSplit({ ...whole, [column]: value }).issues).toEqual([issue]);
  });

  it('R26 warns when the address is optional, and keeps the rest', () => {
    const { address, issues } = readSplit({ ...whole, postcode: '0000XX' }, false);
    expect(address).not.toHaveProperty('postcode');
    expect(issues).toMatchObject([{ severity: 'warning' }]);
  });

  it.each(['straat', 'plaats'])('reports half an address, without %s', (column) => {
    const half = without(whole, column);
    const [required, optional] = [readSplit(half), readSplit(half, false)];
    expect(required).toMatchObject({ address: undefined, issues: [{ severity: 'error', code: 'incompleteAddress', field: column }] });
    expect(optional.issues.map(({ message }) => message)).toEqual([
      `Bezoekadres is onvolledig: kolom ${column} is leeg. Het adres is weggelaten.`,
    ]);
  });

  it('reports a house number that stands alone', () => {
    expect(readSplit({ nummer: '12' }).issues).toMatchObject([{ code: 'incompleteAddress' }]);
  });

  it('never throws, and gives an address that the contract accepts or a reason when something was given', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), fc.constantFrom('12', 'Weg', '9306 TC'));
    const some = fc.record({ straat: text, nummer: text, postcode: text, plaats: text }, { requiredKeys: [] });
    fc.assert(
      fc.property(some, fc.boolean(), (fields, required) => {
        const { address, issues } = readSplit(fields, required);
        if (address) expect(addressSchema.safeParse(address).success).toBe(true);
        else expect(issues.length > 0).toBe(Object.keys(fields).length > 0);
      }),
    );
  });
});

describe('readAddressLine', () => {
  const whole = { adres: 'Asterweg 20 n 1', postcode: '1031HW', plaats: 'Amsterdam' };

  it('N27 splits an address the way the BAG does', () => {
    const address = { street: 'Asterweg', houseNumber: 20, houseLetter: 'N', houseNumberAddition: '1', postcode: '1031HW', town: 'Amsterdam' };
    expect(readLine(whole)).toEqual({ address, issues: [] });
  });

  it('R26 makes an error of a required line without a house number, and keeps the street', () => {
    const { address, issues } = readLine({ ...whole, adres: 'Kerkstraat' });
    expect(address).toMatchObject({ street: 'Kerkstraat' });
    expect(issues).toMatchObject([
      { severity: 'error', message: 'Adres "Kerkstraat" is geen straat met huisnummer. Alleen de bron kan dit herstellen.' },
    ]);
  });

  it('accepts an optional line without a house number', () => {
    expect(readLine({ ...whole, adres: 'Kerkstraat' }, false)).toMatchObject({ address: { street: 'Kerkstraat' }, issues: [] });
  });

  it('reports a line that is no address', () => {
    expect(readLine({ ...whole, adres: '12' })).toMatchObject({ address: undefined, issues: [{ field: 'adres', severity: 'error' }] });
    expect(readLine({ ...whole, adres: `Weg ${'x'.repeat(200)}` }, false)).toMatchObject({ address: undefined, issues: [{ severity: 'warning' }] });
  });

  it('reports half an address', () => {
    expect(readLine({ adres: 'Kerkstraat 1' }).issues).toMatchObject([{ code: 'incompleteAddress', field: 'plaats' }]);
    expect(readLine({ postcode: '1031HW' }).issues).toMatchObject([{ code: 'incompleteAddress', field: 'adres' }]);
  });
});
