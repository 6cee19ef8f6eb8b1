import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisationContentSchema } from '@gids/contracts';
import { parse } from 'csv-parse/sync';
import { keyOf, rowToFields } from './fields.js';
import { resolveHeader } from './header.js';
import { sourceById } from './registry.js';
import type { MappedRecord, Source, SourceFields } from './source.js';

/** Real and made source files; these cases exist only where the files do. */
const directory = process.env['GIDS_REAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

function source(id: string): Source {
  const found = sourceById(id);
  if (!found) throw new Error(`no source ${id}`);
  return found;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function read(of: Source, file: string, quote: '"' | null = '"'): ReadonlyMap<string, SourceFields> {
  return readText(of, decode(readFileSync(join(directory, file))), quote);
}

/** The fields of every row by bronID. */
function readText(of: Source, text: string, quote: '"' | null = '"'): ReadonlyMap<string, SourceFields> {
  const [header = [], ...rows] = parse(text, { delimiter: ';', quote }) as string[][];
  const resolved = resolveHeader(of.columns, header);
  expect(resolved.refusals).toEqual([]);
  expect(resolved.notes).toEqual([]);
  const toFields = rowToFields(of, resolved);
  const fields = rows.map(toFields).map((row) => [keyOf(of, row) ?? '', row] as const);
  expect(fields.every(([key]) => of.keyPattern.test(key))).toBe(true);
  return new Map(fields);
}

interface Difference {
  added: string[];
  vanished: string[];
  changed: string[];
}

function difference(before: ReadonlyMap<string, SourceFields>, after: ReadonlyMap<string, SourceFields>): Difference {
  const same = (key: string) => JSON.stringify(before.get(key)) === JSON.stringify(after.get(key));
  return {
    added: [...after.keys()].filter((key) => !before.has(key)),
    vanished: [...before.keys()].filter((key) => !after.has(key)),
    changed: [...after.keys()].filter((key) => before.has(key) && !same(key)),
  };
}

function mapAll(of: Source, rows: ReadonlyMap<string, SourceFields>): MappedRecord[] {
  return [...rows.values()].map((row) => of.map(row));
}

function errors(records: readonly MappedRecord[]): string[] {
  return records.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error').map(({ message }) => message));
}

function warnings(records: readonly MappedRecord[]): string[] {
  return records.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'warning').map(({ value }) => value));
}

function expectValid(records: readonly MappedRecord[]): void {
  const invalid = records.filter(({ organisation }) => !organisationContentSchema.safeParse(organisation).success);
  expect(invalid).toEqual([]);
}

describe('two states of a fixture', () => {
  const po = source('duo-po');
  const before = decode(readFileSync(join(import.meta.dirname, 'duo-po/fixture.csv')));
  const changesAfter = (from: string, to: string) => {
    expect(before).toContain(from);
    return difference(readText(po, before), readText(po, before.replaceAll(from, to)));
  };

  it('R1 sees nothing changed in the same file', () => {
    expect(changesAfter('', '')).toEqual({ added: [], vanished: [], changed: [] });
  });

  it.each([
    ['the name', 'CBS De Ark', 'IKC De Ark'],
    ['the house number', ';4-4A;', ';4-4B;'],
    ['the denomination', 'Protestants-Christelijk', 'Interconfessioneel'],
    ['the P.O. box', ';Postbus;99;', ';Postbus;100;'],
  ])('R4 sees that %s changed', (_, from, to) => expect(changesAfter(from, to)).toEqual({ added: [], vanished: [], changed: ['00ZG00'] }));

  it.each([
    ['the board', ';90006;', ';90007;'],
    ['the regions', 'Voorbeeldstreek', 'Andere streek'],
    ['the holiday region', ';Noord\r', ';Zuid\r'],
    ['the name of the municipality', ';HENGELO;', ';Hengelo (O);'],
    ['the padding of blanks', '; ;', `;${' '.repeat(80)};`],
    ['the line ends', '\r\n', '\n'],
  ])('N35 sees nothing when %s changed', (_, from, to) => expect(changesAfter(from, to).changed).toEqual([]));

  it('R14 sees another code as one vanished and one added', () => {
    expect(changesAfter('00ZG00', '00ZG01')).toEqual({ added: ['00ZG01'], vanished: ['00ZG00'], changed: [] });
  });
});

if (existsSync(directory)) {
  describe('DUO, real files', () => {
    const po = source('duo-po');

    it('R4 reads two consecutive states of primary schools: 17 added, 2 vanished, 62 changed in a mapped field', () => {
      const [before, after] = [read(po, 'duo-po-2026-04.csv'), read(po, 'duo-po-2026-08.csv')];
      expect([before.size, after.size]).toEqual([6107, 6122]);
      const { added, vanished, changed } = difference(before, after);
      expect([added.length, vanished.length, changed.length]).toEqual([17, 2, 62]);
    });

    it('R4 of those 62, 57 changed in something else than the correspondence address', () => {
      const visiting = (fields: SourceFields) =>
        Object.fromEntries(Object.entries(fields).filter(([column]) => !column.endsWith('CORRESPONDENTIEADRES')));
      const without = (file: string) => new Map([...read(po, file)].map(([key, fields]) => [key, visiting(fields)] as const));
      expect(difference(without('duo-po-2026-04.csv'), without('duo-po-2026-08.csv')).changed).toHaveLength(57);
    });

    it('R1 sees nothing changed in the same file', () => {
      const rows = read(po, 'duo-po-2026-08.csv');
      expect(difference(rows, rows)).toEqual({ added: [], vanished: [], changed: [] });
    });

    it.each([
      ['duo-po', 'duo-po-2021-10.csv', 6215],
      ['duo-po', 'duo-po-2026-04.csv', 6107],
      ['duo-po', 'duo-po-2026-08.csv', 6122],
      ['duo-vo', 'duo-vo-2020-12.csv', 1619],
      ['duo-vo', 'duo-vo-2026-10-sample.csv', 6],
      ['duo-so', 'duo-so-2026-sample.csv', 9],
    ])('R5 maps every row of %s %s without an error', (id, file, count) => {
      const records = mapAll(source(id), read(source(id), file));
      expect(records).toHaveLength(count);
      expect(errors(records)).toEqual([]);
      expectValid(records);
      expect(records.every(({ organisation }) => organisation?.visitAddress?.postcode && organisation.visitAddress.houseNumber)).toBe(true);
    });

    it('R26 leaves out the few web addresses that are none, and names them', () => {
      expect(warnings(mapAll(po, read(po, 'duo-po-2026-08.csv'))).sort()).toEqual([
        'www. abbsdezijderoute.nl',
        'www. sterrenpad.fortior.nl',
        'www.boerhaaveschoolo2g2..nl',
        'www.cbsdeontdekking,nl',
        'www.de_elzen.com',
        'www.dediabolo',
        'www.ikcdriemaster,nl',
        'www.jozefrijen.n',
      ]);
    });

    it('reads names in windows-1252 and quotes as they are meant', () => {
      const rows = read(po, 'duo-po-2026-08.csv');
      expect(rows.get('04NA00')?.['VESTIGINGSNAAM']).toBe('Algemeen Bijzondere basisschool "de Fluessen"');
      expect([...rows.values()].filter((fields) => fields['VESTIGINGSNAAM']?.includes('’')).length).toBeGreaterThan(0);
    });
  });

  describe('LRK, made files in the real format', () => {
    const lrk = source('lrk');
    const truth = JSON.parse(readFileSync(join(directory, 'lrk-made-truth.json'), 'utf8')) as Record<string, string[]>;
    const before = read(lrk, 'lrk-made-before.csv', null);
    const after = read(lrk, 'lrk-made-after.csv', null);

    it('R4 finds what was made to change: 120 added, 60 vanished, 313 changed in a mapped field', () => {
      const { added, vanished, changed } = difference(before, after);
      expect(added.sort()).toEqual(truth['addedIds']?.toSorted());
      expect(vanished.sort()).toEqual(truth['removedIds']?.toSorted());
      expect(changed).toHaveLength(313);
      expect(changed.filter((key) => !truth['changedIds']?.includes(key))).toEqual([]);
    });

    it('N34 of the 400 that changed, 87 are not seen: only the name of a person at home changed', () => {
      const { changed } = difference(before, after);
      const unseen = truth['changedIds']?.filter((key) => !changed.includes(key)) ?? [];
      expect(unseen).toHaveLength(87);
      expect(unseen.every((key) => after.get(key)?.['type_oko'] === 'VGO')).toBe(true);
    });

    it('maps every row without an error', () => {
      const records = mapAll(lrk, after);
      expect(records).toHaveLength(31_860);
      expect(errors(records)).toEqual([]);
      expectValid(records);
    });

    it('N34 shows no childminder and everything else', () => {
      const records = mapAll(lrk, after);
      const hidden = records.filter(({ makeVisible }) => !makeVisible);
      expect(hidden).toHaveLength([...after.values()].filter((fields) => fields['type_oko'] === 'VGO').length);
      expect(new Set(hidden.map(({ organisation }) => organisation?.kind))).toEqual(new Set(['CHILDMINDER']));
      expect(hidden.every(({ organisation }) => !organisation?.visitAddress && !organisation?.phone && !organisation?.email)).toBe(true);
    });
  });
}
