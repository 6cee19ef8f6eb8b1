import { fileCountsAddUp, RowParsed, RowRejected, RowVanished, type FileCounts } from '@gids/contracts';
import fc from 'fast-check';
import { sourceOf } from '../testing/source-file.js';
import { expectationOf, rowAt, type MadeRow, type SentRecords } from '../testing/staging-model.js';
import { TestSchema } from '../testing/test-schema.js';
import { Differ } from './differ.js';
import type { SourceRow } from './read-record.js';
import { rememberSent } from './source-records.js';
import { countStaged, fileCountsOf } from './stage-totals.js';
import { dropStagedRows, takeStagedRows, type StagedRow } from './staged-row.js';
import { suppressSourceRecord } from './suppression.js';

const source = sourceOf('lrk');
const runId = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';

let schema: TestSchema;

beforeAll(async () => {
  schema = await TestSchema.create();
});

beforeEach(() => schema.clear());

afterAll(() => schema.close());

interface Compared {
  readonly counts: FileCounts;
  readonly staged: readonly StagedRow[];
}

/** Compares a file with what was sent before; nothing is sent. */
async function compare(rows: readonly MadeRow[], { full = false, batch = 3 } = {}): Promise<Compared> {
  const sql = schema.sql();
  await dropStagedRows(sql, runId);
  const differ = new Differ(runId, source, full);
  const read = rows.map((row, index) => rowAt(index + 2, row));
  for (let from = 0; from < read.length; from += batch) await differ.take(sql, read.slice(from, from + batch));
  await differ.finish(sql);
  const counts = fileCountsOf(differ.readRows, await countStaged(sql, runId));
  return { counts, staged: await takeStagedRows(sql, runId, 1_000_000) };
}

/** Compares a file and sends what differs. */
async function importFile(rows: readonly MadeRow[], options?: Parameters<typeof compare>[1]): Promise<Compared> {
  const compared = await compare(rows, options);
  for (let from = 0; from < compared.staged.length; from += 4) await rememberSent(schema.sql(), source.id, 1, compared.staged.slice(from, from + 4));
  return compared;
}

async function stageAndSend(rows: readonly SourceRow[]): Promise<void> {
  const differ = new Differ(runId, source, false);
  await differ.take(schema.sql(), rows);
  await rememberSent(schema.sql(), source.id, 1, await takeStagedRows(schema.sql(), runId, rows.length));
}

const childcareAt = (street: string) => ({
  type_oko: 'KDV',
  status: 'Ingeschreven',
  actuele_naam_oko: 'De Proefhoek',
  opvanglocatie_adres: street,
  opvanglocatie_postcode: '9311AB',
  opvanglocatie_woonplaats: 'Nietap',
});

const summaryOf = (staged: readonly StagedRow[]) => staged.map(({ outcome, recordId }) => `${outcome} ${recordId ?? ''}`).sort();

const ordinals = async () =>
  new Map((await schema.sql().all<{ record_id: string; ordinal: number }>('SELECT record_id, ordinal FROM source_record')).map((row) => [row.record_id, row.ordinal]));

const good = (id: string, version = 1): MadeRow => ({ kind: 'good', id, version });
const bad = (id?: string): MadeRow => ({ kind: 'bad', id });
const gone = (id: string): MadeRow => ({ kind: 'gone', id });

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const madeRow: fc.Arbitrary<MadeRow> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('good' as const), id, version: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bad' as const), id: fc.option(id, { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone' as const), id }) },
);
const madeFile = fc.record({
  rows: fc.array(madeRow, { maxLength: 12 }),
  /** Erased before the file came. */
  erased: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.uniqueArray(id, { maxLength: 2 }) }),
  options: fc.record({ full: fc.boolean(), batch: fc.integer({ min: 1, max: 6 }) }),
});

describe('any sequence of files', () => {
  it('R1 R2 R14 R96 N37 is compared as the rules say: counts that add up, staged rows that are the difference', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(madeFile, { minLength: 1, maxLength: 4 }), async (files) => {
        await schema.clear();
        const sent: SentRecords = new Map();
        const gone = new Set<string>();
        for (const { rows, erased, options } of files) {
          for (const recordId of erased) await suppressSourceRecord(schema.sql(), source.id, recordId);
          for (const recordId of erased) gone.add(recordId);
          const { counts, staged } = await importFile(rows, options);
          const expected = expectationOf(rows, sent, options.full, gone);
          expect(counts).toEqual(expected.counts);
          expect(fileCountsAddUp(counts)).toBe(true);
          expect(summaryOf(staged)).toEqual(expected.staged);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('R2 means nothing when the same file comes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(madeRow, { maxLength: 12 }), async (rows) => {
        await schema.clear();
        await importFile(rows);
        const { counts, staged } = await importFile(rows);
        expect(counts).toMatchObject({ added: 0, changed: 0, vanished: 0, unchanged: counts.read - counts.rejected });
        expect(staged.filter(({ outcome }) => outcome !== 'rejected')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('means the same in any order of its rows, as long as the usable rows of a BronID are alike (RELIABILITY c1, 50)', async () => {
    const alike = fc.array(madeRow, { maxLength: 12 }).map((rows) => rows.map((row) => (row.kind === 'good' ? { ...row, version: row.id.charCodeAt(0) % 2 } : row)));
    const shuffled = alike.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    await fc.assert(
      fc.asyncProperty(fc.array(madeRow, { maxLength: 8 }), shuffled, async (before, [rows, other]) => {
        await schema.clear();
        await importFile(before);
        const [one, two] = [await compare(rows), await compare(other)];
        expect(two.counts).toEqual(one.counts);
        expect(summaryOf(two.staged)).toEqual(summaryOf(one.staged));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a row that cannot be used', () => {
  beforeEach(() => importFile([good('a'), good('b')]));

  it('R96 does not make its record vanish when its BronID is legible', async () => {
    const { counts, staged } = await importFile([bad('a'), good('b')]);
    expect(counts).toMatchObject({ rejected: 1, vanished: 0, unchanged: 1 });
    expect(summaryOf(staged)).toEqual(['rejected a']);
  });

  it('R96 lets its record vanish when nobody can tell whose row it was', async () => {
    expect(summaryOf((await importFile([bad(), good('b')])).staged)).toEqual(['rejected ', 'vanished a']);
  });

  it('R96 lets its record vanish when it says so itself', async () => {
    expect(summaryOf((await importFile([gone('a'), good('b')])).staged)).toEqual(['rejected a', 'vanished a']);
    expect(summaryOf((await importFile([gone('a'), good('b')])).staged)).toEqual(['rejected a']);
  });

  it.each([
    ['before', [bad('a'), good('a', 2), good('b')]],
    ['after', [good('a', 2), bad('a'), good('b')]],
  ])('R14 does not stand in the way of a usable row of the same BronID, %s it', async (_, rows) => {
    expect(summaryOf((await compare(rows, { batch: 1 })).staged)).toEqual(['changed a', 'rejected a']);
    expect(summaryOf((await compare(rows, { batch: 9 })).staged)).toEqual(['changed a', 'rejected a']);
  });

  it('counts as bad, unless it only says that the organisation is gone', async () => {
    const differ = new Differ(runId, source, false);
    const rows = [good('a'), good('a'), bad('b'), bad(), gone('c')].map((row, index) => rowAt(index + 2, row));
    await differ.take(schema.sql(), rows);
    expect(differ.badRows).toBe(3);
    expect(differ.readRows).toBe(5);
    expect(await countStaged(schema.sql(), runId)).toMatchObject({ rejected: 4 });
  });
});

describe('a BronID twice in one file', () => {
  it.each([
    ['a new record, in one batch', [], 9],
    ['a new record, in two batches', [], 1],
    ['a known record, in one batch', [good('a', 1)], 9],
    ['a known record, in two batches', [good('a', 1)], 1],
  ])('R14 counts the first row and reports the second: %s', async (_, before, batch) => {
    await importFile(before);
    const { counts, staged } = await importFile([good('a', 2), good('a', 3)], { batch });
    expect(counts).toMatchObject({ read: 2, rejected: 1, added: before.length === 0 ? 1 : 0, changed: before.length });
    const [first, second] = staged;
    expect(first).toMatchObject({ recordId: 'a', hash: 'v2' });
    expect(second?.data).toEqual({
      importId: 'lrk',
      sourceId: 'lrk',
      line: 3,
      recordId: 'a',
      code: 'duplicateKey',
      field: 'lrk_id',
      value: 'a',
      message: 'Regel 3: BronID a staat ook op een eerdere regel; de eerste telt.',
    });
  });

  it('R14 leads to no to and fro: the same file again changes nothing', async () => {
    const rows = [good('a', 1), good('a', 2)];
    await importFile(rows);
    expect((await importFile(rows)).counts).toMatchObject({ unchanged: 1, rejected: 1, changed: 0 });
  });
});

describe('a record over the runs', () => {
  it('R96 that vanished and comes back is added again, with the ordinal that it had', async () => {
    await importFile([good('a'), good('b')]);
    const before = await ordinals();
    expect(summaryOf((await importFile([good('b')])).staged)).toEqual(['vanished a']);
    expect(summaryOf((await importFile([good('b')])).staged)).toEqual([]);
    const { counts, staged } = await importFile([good('a'), good('b')]);
    expect(counts).toMatchObject({ added: 1, unchanged: 1 });
    expect(staged.map(({ data }) => data)).toMatchObject([{ recordId: 'a', change: 'added' }]);
    expect(await ordinals()).toEqual(before);
  });

  it('takes one ordinal, however often it is sent: the memory of a run stays small', async () => {
    for (let version = 1; version <= 5; version += 1) await importFile([good('a', version), good('b', version)]);
    await importFile([good('c')]);
    expect([...(await ordinals()).values()].sort()).toEqual(await consecutive(3));
  });

  it('R18 is another one with another BronID, also where they would be the same number', async () => {
    await importFile([good('0123'), good('123')]);
    const { counts, staged } = await importFile([good('123')]);
    expect(counts).toMatchObject({ read: 1, unchanged: 1, vanished: 1 });
    expect(summaryOf(staged)).toEqual(['vanished 0123']);
  });

  it('belongs to its source: the same BronID elsewhere is unknown', async () => {
    await importFile([good('a')]);
    const differ = new Differ(runId, sourceOf('duo-po'), false);
    await differ.take(schema.sql(), [rowAt(2, good('a'))]);
    await differ.finish(schema.sql());
    expect(await countStaged(schema.sql(), runId)).toMatchObject({ added: 1, vanished: 0 });
  });

  it('R8 is told to become invisible when it could be shown and cannot any more, not when it never could', async () => {
    const childcare = (recordId: string, street: string): SourceRow => ({ kind: 'record', line: 2, recordId, hash: street, fields: childcareAt(street) });
    await stageAndSend([childcare('a', 'Straat 1'), childcare('b', ''), childcare('c', 'Straat 3'), childcare('d', '')]);
    const sql = schema.sql();
    const differ = new Differ(runId, source, false);
    await differ.take(sql, [childcare('a', ''), childcare('b', '-')]);
    await differ.finish(sql);
    expect(await countStaged(sql, runId)).toMatchObject({ changed: 2, vanished: 2, hidden: 2 });
    expect(await sql.all('SELECT record_id FROM staged_row WHERE would_be_hidden ORDER BY 1')).toEqual([{ record_id: 'a' }, { record_id: 'c' }]);
  });

  it('R2 is staged as the event that will be sent', async () => {
    await importFile([good('a'), good('b')]);
    const { staged } = await compare([good('b', 2), bad('c'), good('d')]);
    for (const { outcome, data } of staged) {
      const { schema: contract } = { added: RowParsed, changed: RowParsed, rejected: RowRejected, vanished: RowVanished }[outcome];
      expect(contract.parse(data)).toEqual(data);
    }
    expect(staged.map(({ outcome }) => outcome)).toEqual(['changed', 'rejected', 'added', 'vanished']);
  });
});

async function consecutive(count: number): Promise<number[]> {
  const last = Math.max(...(await ordinals()).values());
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}
