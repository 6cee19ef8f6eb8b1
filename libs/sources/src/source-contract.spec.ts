import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueSchema, mappedProductSchema, organisationContentSchema, productContentSchema } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { exampleVoorbeeldstad } from './example-voorbeeldstad/manifest.js';
import { keyOf, rowToFields } from './fields.js';
import { resolveHeader } from './header.js';
import { importById, sources } from './registry.js';
import type { MappedRecord, Source, SourceFields } from './source.js';

/** What every source must keep. Each has a folder of its own name with `fixture.csv` and `expected.json`. */

interface Expected {
  /** Columns whose values stand in a table. */
  tableColumns: string[];
  /** What each row of the fixture must become, by bronID. */
  records: Record<string, MappedRecord>;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readFixture(source: Source): { text: string; header: string[]; rows: string[][] } {
  const text = decode(readFileSync(join(import.meta.dirname, source.id, 'fixture.csv')));
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const [header = [], ...rows] = parse(text, { delimiter }) as string[][];
  return { text, header, rows };
}

function readExpected(source: Source): Expected {
  return JSON.parse(readFileSync(join(import.meta.dirname, source.id, 'expected.json'), 'utf8')) as Expected;
}

function fieldsOf(source: Source, header: readonly string[], rows: readonly (readonly string[])[]): SourceFields[] {
  const resolved = resolveHeader(source.columns, header);
  expect(resolved.refusals).toEqual([]);
  return rows.map(rowToFields(source, resolved));
}

function mappedColumns(source: Source): string[] {
  return source.columns.filter(({ use }) => use === 'mapped').map(({ name }) => name);
}

function expectSound(record: MappedRecord): void {
  const { organisation, products = [], productRow, issues } = record;
  for (const issue of issues) expect(issueSchema.safeParse(issue)).toMatchObject({ success: true });
  for (const product of products) expect(mappedProductSchema.safeParse(product)).toMatchObject({ success: true });
  if (organisation) expect(organisationContentSchema.safeParse(organisation)).toMatchObject({ success: true });
  else if (productRow?.product) expect(productContentSchema.safeParse(productRow.product)).toMatchObject({ success: true });
  else expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
}

function deepFreeze(fields: SourceFields): SourceFields {
  return Object.freeze({ ...fields });
}

const formats: [string, (value: string, at: number) => string][] = [
  ['blanks around every value', (value) => `  ${value} `],
  ['one blank for nothing', (value) => (value.trim() === '' ? ' ' : value)],
  ['80 blanks for nothing', (value) => (value.trim() === '' ? ' '.repeat(80) : value)],
  ['nothing for nothing', (value) => (value.trim() === '' ? '' : value)],
  ['double and no-break blanks between words', (value) => value.replace(/ /g, ' \u00a0')],
  ['decomposed accents', (value) => value.normalize('NFD')],
  ['invisible characters', (value) => `\u200b${value}\u200e`],
];

describe.each([...sources, exampleVoorbeeldstad].map((source) => [source.id, source] as const))('source %s', (_, source) => {
  const { text, header, rows } = readFixture(source);
  const fields = fieldsOf(source, header, rows);
  const expected = readExpected(source);

  describe('manifest', () => {
    it('R7 says where the file is, whose it is and how often it is fetched', () => {
      expect(source.url).toMatch(/^https:\/\/.+\.csv$/);
      expect(source.userAgent).toMatch(/^GIDS-import\/.*gids@kb\.nl/);
      expect(source.attribution).toMatch(/^Bron: ./);
      expect(source.licence).toMatch(/^CC-/);
      expect(Number.isInteger(source.scheduleDays) && source.scheduleDays > 0).toBe(true);
      expect(Number.isInteger(source.mappingVersion) && source.mappingVersion > 0).toBe(true);
    });

    it('has one key column, and each name and alias once', () => {
      expect(source.columns.filter(({ use }) => use === 'key')).toHaveLength(1);
      const names = source.columns.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(fold);
      expect(new Set(names).size).toBe(names.length);
    });

    it('R5 uses every column or says in a sentence why not', () => {
      for (const { use, why } of source.columns) {
        if (use === 'ignored') expect(why).toMatch(/^\p{Lu}.{15,}\.$/u);
        else expect(why).toBeUndefined();
      }
    });

    it('R8 has limits that can be kept: percentages in their order', () => {
      const { limits = {} } = source;
      expect(Object.values(limits).every((limit) => Number.isFinite(limit) && limit >= 0)).toBe(true);
      const { rowsRefusedBelow = 50, rowsAtLeast = 90, rowsAtMost = 150 } = limits;
      expect([rowsRefusedBelow, rowsAtLeast, 100, rowsAtMost]).toEqual([rowsRefusedBelow, rowsAtLeast, 100, rowsAtMost].toSorted((a, b) => a - b));
    });

    it('R8 requires every column it maps, so that a missing one is never taken for empty', () => {
      expect(source.columns.filter(({ use, required }) => use !== 'ignored' && !required)).toEqual([]);
    });
  });

  describe('header', () => {
    it('R5 knows every column of the file', () => expect(resolveHeader(source.columns, header).notes).toEqual([]));

    it('accepts the old names of columns', () => {
      const oldest = new Map(source.columns.map(({ name, aliases = [] }) => [fold(name), aliases[0] ?? name]));
      const old = header.map((name) => oldest.get(fold(name)) ?? name);
      expect(fieldsOf(source, old, rows)).toEqual(fields);
    });

    it('refuses a file without one of the columns it needs, by name', () => {
      for (const { name } of source.columns.filter(({ required }) => required)) {
        const found = header.filter((column) => fold(column) !== fold(name));
        expect(resolveHeader(source.columns, found).refusals).toMatchObject([{ kind: 'missing', column: name }]);
      }
    });
  });

  describe('fixture', () => {
    it('R18 has 10 to 20 rows with ids of the right form, with their leading zeros', () => {
      const ids = fields.map((row) => keyOf(source, row) ?? '');
      expect(rows.length >= 10 && rows.length <= 20).toBe(true);
      expect(ids.filter((id) => !source.keyPattern.test(id))).toEqual([]);
      expect(ids.some((id) => id.startsWith('0'))).toBe(true);
      expect(ids.every((id) => text.includes(id))).toBe(true);
    });

    it('becomes what is expected', () => {
      const records = Object.fromEntries(fields.map((row) => [keyOf(source, row), source.map(row)]));
      expect(records).toEqual(expected.records);
    });

    it('R15 R72 becomes products with bronIDs of their own, each in one row only', () => {
      const rowIds = fields.map((row) => keyOf(source, row));
      const ids = fields.flatMap((row) => (source.map(row).products ?? []).map(({ recordId }) => recordId));
      expect(new Set([...rowIds, ...ids]).size).toBe(rowIds.length + ids.length);
    });

    it('R68 becomes products only beside their organisation, or as a row that is nothing else', () => {
      for (const { organisation, products, productRow } of fields.map(source.map)) {
        if (products) expect(organisation).toBeDefined();
        if (productRow) expect([organisation, products]).toEqual([undefined, undefined]);
      }
    });

    it('becomes organisations, products and issues that the contract accepts', () => fields.map(source.map).forEach(expectSound));

    it('becomes the same again, and is not touched', () => {
      for (const row of fields) expect(source.map(deepFreeze(row))).toEqual(source.map({ ...row }));
    });
  });

  describe('change detection', () => {
    it.each(formats)('sees no change in %s', (_name, format) => {
      const again = fieldsOf(source, header, rows.map((row) => row.map(format)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(fields));
    });

    it('sees no change in another order of the columns, another case of their names, or a BOM', () => {
      const turned = header.map((name) => ` ${name.toLowerCase()} `).toReversed();
      turned[0] = `\ufeff${turned[0]}`;
      const again = fieldsOf(source, turned, rows.map((row) => row.toReversed()));
      expect(JSON.stringify(again)).toBe(JSON.stringify(fields));
    });

    it('N35 lets only the key and mapped columns through', () => {
      const allowed = source.columns.filter(({ use }) => use !== 'ignored').map(({ name }) => name);
      expect(fields.flatMap(Object.keys).filter((column) => !allowed.includes(column))).toEqual([]);
    });

    it('N35 minimises once and for all, adds nothing and keeps the key', () => {
      for (const row of fields) {
        const again = source.minimise?.(deepFreeze(row)) ?? row;
        expect(again).toEqual(row);
        expect(keyOf(source, again)).toBeDefined();
      }
    });
  });

  describe('values', () => {
    it('R5 names field and value of what its tables do not know', () => {
      const [good = {}] = fields;
      const value = 'Nooit vertoond';
      const unknown = mappedColumns(source).flatMap((column) =>
        source.map({ ...good, [column]: value }).issues.filter(({ code, field }) => code === 'unknownValue' && field === column),
      );
      expect(unknown.map(({ field }) => field).toSorted()).toEqual(expected.tableColumns.toSorted());
      for (const issue of unknown) {
        expect(issue).toMatchObject({ severity: 'error', value });
        expect(issue.message).toContain(`"${value}" (kolom ${issue.field})`);
      }
    });

    it('never throws and always gives an organisation or the reason why not', () => {
      const value = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.constantFrom('\0', "''", '__proto__', '#N/A', '1,23E+09', '=1+1', '<script>alert(1)</script>', 'x'.repeat(10_000), '0000 XX'),
      );
      const row = fc.record(Object.fromEntries(header.map((_name, at) => [at, value])));
      const toFields = rowToFields(source, resolveHeader(source.columns, header));
      fc.assert(
        fc.property(row, (cells) => {
          const given = toFields(Object.values(cells));
          expectSound(source.map(given));
          expect(['string', 'undefined']).toContain(typeof source.deregistered?.(given));
        }),
      );
    });

    it('keeps its footing when one value of a good row is damaged', () => {
      const columns = mappedColumns(source);
      const damage = fc.tuple(fc.nat(fields.length - 1), fc.constantFrom(...columns), fc.string({ unit: 'binary', minLength: 1 }));
      fc.assert(fc.property(damage, ([at, column, value]) => expectSound(source.map({ ...fields[at], [column]: value }))));
    });
  });
});

it('R4 every registered source belongs to an import', () => {
  expect(sources.filter(({ importId }) => !importById(importId))).toEqual([]);
});
