import { issueSchema } from '@gids/contracts';
import fc from 'fast-check';
import { RowReader } from './row-reader.js';
import { oneOf } from './value-table.js';

const website = { column: 'INTERNETADRES', label: 'Internetadres', expected: 'geldig webadres' };
const kind = { column: 'type', label: 'Soort' };
const nothing = () => undefined;

describe('RowReader', () => {
  it('gives the text of a column, and nothing for a blank', () => {
    const row = new RowReader({ naam: 'De Ark' });
    expect([row.text('naam'), row.text('plaats')]).toEqual(['De Ark', undefined]);
  });

  it('R26 leaves out an optional value that cannot be used, with a warning', () => {
    const row = new RowReader({ INTERNETADRES: 'www.ikcdriemaster,nl' });
    expect(row.optional(website, nothing)).toBeUndefined();
    expect(row.issues).toEqual([
      {
        severity: 'warning',
        code: 'unusableValue',
        field: 'INTERNETADRES',
        value: 'www.ikcdriemaster,nl',
        message: 'Internetadres "www.ikcdriemaster,nl" is geen geldig webadres en is weggelaten.',
      },
    ]);
  });

  it('R26 makes an error of a required value that cannot be used', () => {
    const row = new RowReader({ INTERNETADRES: 'x' });
    expect(row.required(website, nothing)).toBeUndefined();
    expect(row.issues).toMatchObject([
      { severity: 'error', message: 'Internetadres "x" is geen geldig webadres. Alleen de bron kan dit herstellen.' },
    ]);
  });

  it.each(['optional', 'required'] as const)('says nothing of an %s value that is blank or used', (read) => {
    const row = new RowReader({ INTERNETADRES: 'x' });
    expect(row[read](website, (value) => value.toUpperCase())).toBe('X');
    expect(new RowReader({})[read](website, nothing)).toBeUndefined();
    expect(row.issues).toEqual([]);
  });

  it('R5 makes an error of a value that its table does not know, with field and value', () => {
    const row = new RowReader({ type: 'XYZ' });
    expect(row.lookup(kind, oneOf({ KDV: 1 }))).toBeUndefined();
    expect(row.issues).toEqual([
      {
        severity: 'error',
        code: 'unknownValue',
        field: 'type',
        value: 'XYZ',
        message: 'Soort "XYZ" (kolom type) is een onbekende waarde; laat die opnemen in de waardetabel van deze bron.',
      },
    ]);
  });

  it('finds a meaning that counts as nothing elsewhere', () => {
    const row = new RowReader({ type: 'nul' });
    expect(row.lookup(kind, oneOf({ nul: 0 }))).toBe(0);
    expect(row.issues).toEqual([]);
  });

  it('says what is missing and what comes of it', () => {
    const row = new RowReader({});
    row.missing(kind, 'zonder soort kan geen organisatie worden gemaakt.');
    expect(row.issues).toMatchObject([
      { code: 'missingValue', value: '', message: 'Soort (kolom type) is leeg: zonder soort kan geen organisatie worden gemaakt.' },
    ]);
  });

  it('keeps issues in the order of reading', () => {
    const row = new RowReader({ type: 'XYZ', INTERNETADRES: 'x' });
    row.optional(website, nothing);
    row.lookup(kind, nothing);
    expect(row.issues.map(({ field }) => field)).toEqual(['INTERNETADRES', 'type']);
  });

  it('cuts long values to what the contract holds, never through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1_000 }), fc.nat(3), (text, shift) => {
        const row = new RowReader({ INTERNETADRES: 'a'.repeat(shift) + text.repeat(5) + '🌈'.repeat(150) });
        row.optional(website, nothing);
        for (const issue of row.issues) {
          expect(issueSchema.safeParse(issue).success).toBe(true);
          expect(issue.value + issue.message).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });
});
