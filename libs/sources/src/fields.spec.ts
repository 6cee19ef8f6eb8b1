import fc from 'fast-check';
import { keyOf, rowToFields } from './fields.js';
import { resolveHeader } from './header.js';
import type { Source } from './source.js';

const source: Source = {
  id: 'proef',
  importId: 'proef',
  title: 'Proef',
  attribution: 'Bron: proef',
  licence: 'CC-0 1.0',
  url: 'https://data.example.nl/proef.csv',
  userAgent: 'proef',
  scheduleDays: 14,
  mappingVersion: 1,
  keyPattern: /^[0-9]+$/,
  columns: [
    { name: 'id', use: 'key', required: true },
    { name: 'naam', use: 'mapped', required: true },
    { name: 'telefoon', use: 'mapped', wrapped: true },
    { name: 'persoon', use: 'ignored', why: 'Naam van een persoon.' },
  ],
  map: () => ({ makeVisible: true, issues: [] }),
};

function read(cells: readonly string[], of: Source = source, header = ['id', 'naam', 'telefoon', 'persoon']) {
  return rowToFields(of, resolveHeader(of.columns, header))(cells);
}

describe('rowToFields', () => {
  it('gives the key and the mapped columns, cleaned', () => {
    expect(read([' 0123 ', 'De  Ark', '020 3446130', 'J. Jansen'])).toEqual({ id: '0123', naam: 'De Ark', telefoon: '020 3446130' });
  });

  it.each(['', ' ', ' '.repeat(80), '\u00a0', '\t', '\u200b'])('leaves out a blank, however it is written: %j', (blank) => {
    expect(read(['1', 'De Ark', blank, ''])).toEqual({ id: '1', naam: 'De Ark' });
  });

  it('leaves out what a short row does not have', () => expect(read(['1'])).toEqual({ id: '1' }));

  it('keeps values exactly as text, never as numbers', () => {
    expect(read(['007', '1,50', '1E5', ''])).toEqual({ id: '007', naam: '1,50', telefoon: '1E5' });
  });

  it.each([
    ["'020-3446130'", '020-3446130'],
    ["' 020-3446130 '", '020-3446130'],
    [" '020-3446130' ", '020-3446130'],
    ["''020-3446130''", '020-3446130'],
    ["020-3446130'", "020-3446130'"],
    ["'020-3446130", "'020-3446130"],
    ["''", undefined],
    ["'  '", undefined],
    ["'", "'"],
  ])('takes %j out of its wrapping as %j', (cell, value) => expect(read(['1', 'x', cell, ''])['telefoon']).toBe(value));

  it.each(["'t Lieveheersbeestje'", "''s-Gravenhage'"])('leaves the apostrophes of %s: that column is not wrapped', (name) => {
    expect(read(['1', name, '', ''])['naam']).toBe(name);
  });

  it('follows the order of the source, not of the file', () => {
    const turned = read(['x', "'1'", 'De Ark', '7'], source, ['persoon', 'telefoon', 'naam', 'id']);
    expect(JSON.stringify(turned)).toBe(JSON.stringify(read(['7', 'De Ark', "'1'", 'x'])));
  });

  it('N35 drops what the source minimises, and gives the source nothing that is ignored', () => {
    const given: string[][] = [];
    const minimise: Source['minimise'] = ({ id = '', ...fields }) => {
      given.push(Object.keys(fields));
      return { id };
    };
    expect(read(['1', 'De Ark', '2', 'J. Jansen'], { ...source, minimise })).toEqual({ id: '1' });
    expect(given).toEqual([['naam', 'telefoon']]);
  });

  it('does not touch the cells, and never lets a blank or an invisible character through', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 4, maxLength: 4 }), (cells) => {
        const fields = read(Object.freeze(cells));
        expect(Object.keys(fields).every((column) => ['id', 'naam', 'telefoon'].includes(column))).toBe(true);
        for (const value of Object.values(fields)) expect(value).not.toMatch(/^$|^\s|\s$|[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('keyOf', () => {
  it('R18 gives the bronID as text: 0123 is not 123', () => {
    expect(keyOf(source, read(['0123', '', '', '']))).toBe('0123');
    expect(keyOf(source, read(['123', '', '', '']))).toBe('123');
  });

  it('R18 keeps its case', () => expect(keyOf(source, read(['16aH00', '', '', '']))).toBe('16aH00'));

  it('gives nothing for a blank', () => expect(keyOf(source, read([' ', 'De Ark', '', '']))).toBeUndefined());
});
