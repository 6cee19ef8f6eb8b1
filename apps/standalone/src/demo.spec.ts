import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const demo = resolve(import.meta.dirname, '../demo');
const realData = process.env['GIDS_REAL_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data');

const duoBytes = readFileSync(join(demo, 'duo-po-demo.csv'));
const lrkBytes = readFileSync(join(demo, 'lrk-demo.csv'));
const duo = rowsOf(new TextDecoder('windows-1252').decode(duoBytes));
const lrk = rowsOf(new TextDecoder('utf-8', { fatal: true }).decode(lrkBytes));

/** Every line ends with CRLF, the last one too; no value holds a semicolon in quotes. */
function rowsOf(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(0, -2).split('\r\n').slice(1).map((line) => line.split(';'));
}

const column = (rows: string[][], index: number): string[] => rows.map((row) => row[index] ?? '');

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

it('the demo files are those that the generator makes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gids-demo-'));
  execFileSync(process.execPath, [join(demo, 'make-demo.mjs'), folder]);
  expect(readFileSync(join(folder, 'duo-po-demo.csv')).equals(duoBytes)).toBe(true);
  expect(readFileSync(join(folder, 'lrk-demo.csv')).equals(lrkBytes)).toBe(true);
  rmSync(folder, { recursive: true });
});

describe('the demo file of DUO', () => {
  it('has 240 rows of 31 columns in windows-1252 with curly apostrophes', () => {
    expect(duo.length).toBe(240);
    expect(new Set(duo.map((row) => row.length))).toEqual(new Set([31]));
    expect(duoBytes.includes(0x91) && duoBytes.includes(0x92)).toBe(true);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(duoBytes)).toThrow();
  });

  it('has streets and towns cut at 24 characters, blanks of one space, and no empty values', () => {
    expect(column(duo, 5).filter((street) => street.length === 24).length).toBeGreaterThan(10);
    expect(Math.max(...column(duo, 8).map((town) => town.length))).toBe(24);
    expect(column(duo, 8)).toContain("'S-GRAVENHAGE");
    expect(column(duo, 13).filter((site) => site === ' ').length).toBeGreaterThan(10);
    expect(duo.flat()).not.toContain('');
  });

  it('has one repeated code, one unknown denomination and one missing postcode, none of them in the last row', () => {
    expect(repeated(column(duo, 3))).toHaveLength(1);
    expect(column(duo, 11).filter((value) => value === 'Vrijdenkend')).toHaveLength(1);
    expect(column(duo, 7).filter((value) => value === ' ')).toHaveLength(1);
    expect(duo.at(-1)).not.toContain('Vrijdenkend');
  });

  it('has codes that DUO has not given out and sites that cannot exist', () => {
    expect(column(duo, 3).every((code) => /^90[A-Z]{2}0[01]$/.test(code))).toBe(true);
    expect(column(duo, 13).every((site) => site === ' ' || /[.,]example/i.test(site))).toBe(true);
    expect(column(duo, 12).every((phone) => phone === ' ' || /^0\d{9}$/.test(phone))).toBe(true);
  });
});

describe('the demo file of LRK', () => {
  it('has 260 rows in UTF-8 with a byte order mark, one of them with a column too many, not the last', () => {
    expect(lrkBytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lrk.length).toBe(260);
    expect(lrk.map((row) => row.length).filter((length) => length !== 35)).toEqual([36]);
    expect(lrk.at(-1)?.length).toBe(35);
  });

  it('has all kinds, of which gastouders are visibly nobody', () => {
    expect(new Set(column(lrk, 1))).toEqual(new Set(['KDV', 'BSO', 'GOB', 'VGO']));
    const childminders = lrk.filter((row) => row[1] === 'VGO');
    expect(childminders.every((row) => row[3]?.startsWith('Gastouder Voorbeeld '))).toBe(true);
    expect(childminders.some((row) => row[8] === 'Opvang bij de vraagouder')).toBe(true);
  });

  it('has apostrophes round contact fields, and one at the start of a name that belongs to it', () => {
    const phones = lrk.filter((row) => row.length === 35).map((row) => row[27] ?? '');
    expect(phones.every((phone) => /^'.*'$/.test(phone))).toBe(true);
    expect(column(lrk, 3)).toContain("'t Lettergras");
    expect(column(lrk, 8).filter((address) => address.endsWith(' ')).length).toBeGreaterThan(100);
  });

  it('has no number twice', () => expect(repeated(column(lrk, 0))).toEqual([]));
});

if (existsSync(realData)) {
  it.each([
    ['duo-po-demo.csv', 'duo-po-2026-08.csv'],
    ['lrk-demo.csv', 'lrk-made-before.csv'],
  ])('%s has the header of %s, byte for byte', (made, real) => {
    const header = (file: string): string => readFileSync(file, 'latin1').split('\r\n')[0] ?? '';
    expect(header(join(demo, made))).toBe(header(join(realData, real)));
  });
}
