import { attributeText, type ContentDraft, euroCents, identifier, mappedProductRow, mappedRecord, municipalityCode, ofForm, readName, wholeNumber } from './mapped-record.js';
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

describe('mappedProductRow', () => {
  const row = new RowReader({});
  const course = { kind: 'COURSE', name: 'Koor', capacity: undefined, price: 500 } as const;

  it('R2 R69 is a product with the organisation that the row tells, without what was not found', () => {
    const productRow = { product: { kind: 'COURSE', name: 'Koor', price: 500, attributes: {} }, organisationRecordId: '0001' };
    expect(mappedProductRow(row, course, '0001')).toEqual({ makeVisible: true, issues: [], productRow });
  });

  it('R69 is a product without an organisation where the row tells none', () => {
    expect(mappedProductRow(row, course, undefined).productRow).not.toHaveProperty('organisationRecordId');
  });

  it.each(['kind', 'name'] as const)('A34 makes no product without a %s, but stays a row that is one', (field) => {
    expect(mappedProductRow(row, { ...course, [field]: undefined }, '0001').productRow).toEqual({ organisationRecordId: '0001' });
  });
});

describe('readers of single values', () => {
  it('reads a number of things', () => {
    expect(['0', '48', '048', '16,5', '-1', '123456', 'veel', ''].map(wholeNumber)).toEqual([0, 48, 48, ...Array<undefined>(5)]);
  });

  it('reads an amount in euros as cents', () => {
    expect(['5', '12,50', '€ 12,50', '€3', '12.50', '12,5', 'gratis', ''].map(euroCents)).toEqual([500, 1250, 1250, 300, ...Array<undefined>(4)]);
  });

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
