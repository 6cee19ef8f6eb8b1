import { resolveHeader, rowToFields, type Source } from '@gids/sources';
import { sourceOf } from '../testing/source-file.js';
import { RecordReader, type SourceRow, type UnusableRow } from './read-record.js';

/** A small source with everything that a record can depend on. */
const shelves: Source = {
  ...sourceOf('duo-po'),
  id: 'shelves',
  mappingVersion: 1,
  keyPattern: /^[0-9A-Za-z]{1,6}$/,
  columns: [
    { name: 'code', use: 'key', required: true },
    { name: 'name', use: 'mapped' },
    { name: 'town', use: 'mapped' },
    { name: 'region', use: 'ignored', why: 'Changes without the record changing.' },
  ],
};

const header = ['code', 'name', 'town', 'region'];

function readerOf(source: Source, names = header): RecordReader {
  return new RecordReader(source, rowToFields(source, resolveHeader(source.columns, names)));
}

function record(cells: readonly string[], source = shelves, names = header): SourceRow {
  const row = readerOf(source, names).read({ line: 2, cells });
  if (row.kind !== 'record') throw new Error(row.message);
  return row;
}

function unusable(cells: readonly string[], source = shelves): UnusableRow {
  const row = readerOf(source).read({ line: 7, cells });
  if (row.kind !== 'unusable') throw new Error('the row can be used');
  return row;
}

describe('the BronID', () => {
  it.each(['0123', '123', '00AP01', 'abc', 'ABC'])('R18 is %s as written: text, zeros and case kept', (code) => {
    expect(record([code, 'Plank', 'Urk', '']).recordId).toBe(code);
  });

  it('R18 loses outer blanks only', () => expect(record(['  00AP \t', 'Plank', '', '']).recordId).toBe('00AP'));

  it('may stand in any column', () => {
    expect(record(['Plank', '12', 'Urk'], shelves, ['name', 'code', 'town']).recordId).toBe('12');
  });
});

describe('the hash by which a change is seen', () => {
  const { hash } = record(['12', 'Plank', 'Urk', 'Noord']);

  it('R2 is the same for the same record, on another line, in other columns and with other padding', () => {
    expect(readerOf(shelves).read({ line: 99, cells: ['12', 'Plank', 'Urk', 'Noord'] })).toMatchObject({ hash });
    expect(record(['Urk', 'Plank', '12'], shelves, ['town', 'name', 'code']).hash).toBe(hash);
    expect(record([' 12 ', 'Plank  ', ' Urk', 'Noord']).hash).toBe(hash);
  });

  it('does not know the columns that the source ignores', () => expect(record(['12', 'Plank', 'Urk', 'Zuid']).hash).toBe(hash));

  it.each([
    ['a mapped value', ['12', 'Plank', 'Ens', 'Noord']],
    ['a mapped value that went', ['12', 'Plank', ' ', 'Noord']],
    ['a value in another column', ['12', 'Urk', 'Plank', 'Noord']],
  ])('R2 differs with %s', (_, cells) => expect(record(cells).hash).not.toBe(hash));

  it('differs with the version of the mapping, so that every row is sent again', () => {
    expect(record(['12', 'Plank', 'Urk', 'Noord'], { ...shelves, mappingVersion: 2 }).hash).not.toBe(hash);
  });
});

describe('rows that cannot be used', () => {
  it('R14 says where a BronID is missing', () => {
    expect(unusable([' ', 'Plank', 'Urk', ''])).toEqual({
      kind: 'unusable',
      line: 7,
      recordId: undefined,
      gone: false,
      code: 'missingKey',
      field: 'code',
      value: '',
      message: 'Regel 7: kolom code is leeg; zonder BronID kan de regel niet worden verwerkt.',
    });
  });

  it('R14 shows a BronID that cannot be one, never more of it than can be stored', () => {
    const row = unusable([`${'x'.repeat(49)}${'\u{1f600}'.repeat(300)}`, 'Plank', 'Urk', '']);
    expect(row).toMatchObject({ code: 'invalidKey', field: 'code', recordId: undefined });
    expect(row.value.length).toBeLessThanOrEqual(200);
    expect(row.message).toBe(`Regel 7: code "${'x'.repeat(49)}" heeft niet de vorm van een BronID van deze bron.`);
    expect([row.value, row.message].every((text) => text.isWellFormed())).toBe(true);
  });

  const problem = { code: 'columnCount', field: '', value: '12 | Plank', message: 'Regel 7: 2 kolommen in plaats van 4.' } as const;

  it('R96 keep their BronID where it can be read', () => {
    expect(readerOf(shelves).read({ line: 7, cells: ['12', 'Plank'], problem })).toEqual({
      kind: 'unusable',
      line: 7,
      recordId: '12',
      gone: false,
      ...problem,
    });
  });

  it('R96 keep no BronID where what stands there cannot be one', () => {
    expect(readerOf(shelves).read({ line: 7, cells: ['Rek; plank', '12'], problem })).toMatchObject({ recordId: undefined, code: 'columnCount' });
  });

  it('N34 pass nothing on of a row that may be about a person', () => {
    const aboutPersons = { ...shelves, minimise: (fields: Record<string, string>) => fields };
    const row = readerOf(aboutPersons).read({ line: 7, cells: ['12', 'Mevr. Proef'], problem: { ...problem, value: '12 | Mevr. Proef' } });
    expect(row).toMatchObject({ recordId: '12', code: 'columnCount', value: '' });
    expect(JSON.stringify(row)).not.toContain('Proef');
  });

  it('R96 are gone where the source says so of the organisation', () => {
    const source = { ...shelves, deregistered: ({ town }: Record<string, string>) => (town === 'weg' ? 'de plank is opgeheven.' : undefined) };
    expect(unusable(['12', 'Plank', 'weg', ''], source)).toMatchObject({
      recordId: '12',
      gone: true,
      code: 'deregistered',
      message: 'Regel 7: de plank is opgeheven.',
    });
    expect(record(['12', 'Plank', 'Urk', ''], source).recordId).toBe('12');
  });
});
