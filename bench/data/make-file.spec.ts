import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryPlace, duplicateEvery, rowPlace } from './directory.ts';
import { formats, isChanged, rowsOf, writeSourceFile, type FileRecipe } from './make-file.ts';

const recipe = (name: string, values: Partial<FileRecipe> = {}): FileRecipe => {
  const format = formats[name];
  if (!format) throw new Error(name);
  return { format, rows: 1_000, seed: 7, changedPercentage: 0, reversed: false, ...values };
};

const keyPattern = { lrk: /^[1-9][0-9]{8}$/, 'duo-po': /^[0-9]{2}[A-Z]{2}[0-9]{2}$/ } as const;

describe.each(['lrk', 'duo-po'] as const)('made %s file', (name) => {
  const { format } = recipe(name);

  it('has unique keys in the pattern of the source, up to 300,000 rows', () => {
    const keys = new Set(Array.from({ length: 300_000 }, (_, index) => format.key(index)));
    expect(keys.size).toBe(300_000);
    expect([...keys].filter((key) => !keyPattern[name].test(key))).toEqual([]);
    expect(format.row(7, 299_999)).toContain(format.key(299_999));
  });

  it('is the same for the same seed and another for another seed', () => {
    const rows = [...rowsOf(recipe(name))];
    expect([...rowsOf(recipe(name))]).toEqual(rows);
    expect([...rowsOf(recipe(name, { seed: 8 }))]).not.toEqual(rows);
  });

  it('starts with the rows of a smaller file', () => {
    expect([...rowsOf(recipe(name))].slice(0, 100)).toEqual([...rowsOf(recipe(name, { rows: 100 }))]);
  });

  it('has one other value in exactly the asked share of the rows', () => {
    const before = [...rowsOf(recipe(name))];
    const after = [...rowsOf(recipe(name, { changedPercentage: 2 }))];
    const differences = before.map((row, index) => row.filter((value, column) => value !== after[index]?.[column]).length);
    expect(differences.filter((count) => count > 0)).toEqual(Array.from({ length: 20 }, () => 1));
  });

  it('has the same records in another order when reversed', () => {
    expect([...rowsOf(recipe(name, { reversed: true }))].reverse()).toEqual([...rowsOf(recipe(name))]);
  });

  it('has no field that would need a quote', () => {
    expect([...rowsOf(recipe(name))].flat().filter((value) => /[;"\r\n]/.test(value))).toEqual([]);
  });
});

describe('written file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gids-bench-spec-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has byte order mark, CRLF and UTF-8 for LRK', async () => {
    const path = join(folder, 'lrk.csv');
    await writeSourceFile(path, recipe('lrk'));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    expect(text.startsWith('\uFEFFlrk_id;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(1_002);
  });

  it('is windows-1252 without byte order mark for DUO', async () => {
    const path = join(folder, 'duo-po.csv');
    await writeSourceFile(path, recipe('duo-po'));
    const text = new TextDecoder('windows-1252').decode(readFileSync(path));
    expect(text.startsWith('PROVINCIE;')).toBe(true);
    expect(text).toContain('SINT ODILIËNHOUT');
  });
});

describe('isChanged', () => {
  it.each([0, 1, 2, 33, 100])('picks %d per cent', (percentage) => {
    const picked = Array.from({ length: 10_000 }, (_, index) => isChanged(index, percentage)).filter(Boolean);
    expect(picked).toHaveLength(percentage * 100);
  });
});

describe('directory', () => {
  it('holds every third row of a source file, whatever its seed, with the name in capitals in half of them', () => {
    const found = [0, 1, 2, 3].map((number) => ({ row: rowPlace(99, number * duplicateEvery), known: directoryPlace(number) }));
    for (const { row, known } of found) expect(known.name.toLowerCase()).toBe(row.name.toLowerCase());
    expect(found.map(({ row, known }) => row.name === known.name)).toEqual([true, false, true, false]);
  });
});
