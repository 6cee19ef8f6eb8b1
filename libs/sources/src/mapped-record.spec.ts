import { attributeText, type ContentDraft, identifier, mappedRecord, municipalityCode, ofForm, readName } from './mapped-record.js';
import { RowReader } from './row-reader.js';

const name = { column: 'naam', label: 'Naam', expected: 'naam' };
const draft: ContentDraft = { kind: 'PRIMARY_SCHOOL', name: 'De Ark', identifiers: [], attributes: {} };

describe('readName', () => {
  it.each(['De Ark', 'RS 6', '5e Montessori', '<script>alert(1)</script>', "'t Kompas", '東京', 'x'.repeat(500)])('reads %j', (naam) => {
    const row = new RowReader({ naam });
    expect(readName(row, name)).toBe(naam);
    expect(row.issues).toEqual([]);
  });

  it.each(['???', '-', '#N/A', '#VERW!', '#REF!', 'x'.repeat(501)])('makes an error of %j', (naam) => {
    const row = new RowReader({ naam });
    expect(readName(row, name)).toBeUndefined();
    expect(row.issues).toMatchObject([{ severity: 'error', code: 'unusableValue', field: 'naam' }]);
  });

  it('A34 says that without a name there is no organisation', () => {
    const row = new RowReader({});
    expect(readName(row, name)).toBeUndefined();
    expect(row.issues).toMatchObject([{ severity: 'error', code: 'missingValue', field: 'naam' }]);
  });
});

describe('mappedRecord', () => {
  const row = new RowReader({});

  it('leaves out everything that was not found', () => {
    const found = {
      phone: undefined,
      identifiers: [undefined, identifier('BRIN', '00AP')],
      attributes: { province: undefined, cluster: '4' },
    };
    expect(mappedRecord(row, { ...draft, ...found })).toEqual({
      organisation: { kind: 'PRIMARY_SCHOOL', name: 'De Ark', identifiers: [{ scheme: 'BRIN', value: '00AP' }], attributes: { cluster: '4' } },
      makeVisible: true,
      issues: [],
    });
  });

  it.each(['kind', 'name'] as const)('A34 makes no organisation without a %s', (field) => {
    expect(mappedRecord(row, { ...draft, [field]: undefined })).toEqual({ makeVisible: true, issues: [] });
  });

  it('A14 withholds visibility when the source says so', () => {
    expect(mappedRecord(row, draft, false).makeVisible).toBe(false);
  });

  it('carries what was found wrong', () => {
    const faulty = new RowReader({ naam: '???' });
    readName(faulty, name);
    expect(mappedRecord(faulty, draft).issues).toHaveLength(1);
  });
});

describe('readers of single values', () => {
  it('takes a text that fits an attribute', () => {
    expect([attributeText('x'.repeat(500)), attributeText('x'.repeat(501))]).toEqual(['x'.repeat(500), undefined]);
  });

  it('takes a value of one form, whole', () => {
    const eightDigits = ofForm(/^[0-9]{8}$/);
    expect(['01124747', '1124747', 'x01124747'].map(eightDigits)).toEqual(['01124747', undefined, undefined]);
  });

  it('gives no identifier for no value', () => {
    expect([identifier('KVK', undefined), identifier('KVK', '01124747')]).toEqual([undefined, { scheme: 'KVK', value: '01124747' }]);
  });

  it('gives a municipality back its leading zero', () => {
    expect(['0285', '285', '80', '1948'].map(municipalityCode)).toEqual(['0285', '0285', '0080', '1948']);
    expect(['19480', 'A', ''].map(municipalityCode)).toEqual([undefined, undefined, undefined]);
  });
});
