import type { RunCounts } from '@gids/contracts';
import { inTransaction, sqlOf } from '@gids/persistence';
import { v7 as uuidv7 } from 'uuid';
import { putRun } from '../testing/test-runs.js';
import { TestSchema } from '../testing/test-schema.js';
import { viewOf } from './run-row.js';
import { completeRun, endRun, findOpenRun, findOverdueRuns, findRun, findRunInForce, findRunToMeasureBy, insertRun, listRuns, lockSource, noteProgress } from './run-store.js';

let schema: TestSchema;

beforeAll(async () => {
  schema = await TestSchema.create();
});

beforeEach(() => schema.clear());

afterAll(() => schema.close());

const counts: RunCounts = {
  read: 3, added: 1, changed: 1, unchanged: 1, vanished: 1, rejected: 0,
  conversionErrors: 1, validationErrors: 0, duplicatesFound: 1, visible: 1, notVisible: 2, warnings: 0, setAside: 1,
};

async function view(id: string) {
  const run = await findRun(schema.sql(), id);
  if (!run) throw new Error(`run ${id} is gone`);
  return viewOf(run);
}

describe('open runs', () => {
  const plan = (sourceId: string) =>
    inTransaction(schema.orm, async (em) => {
      const sql = sqlOf(em);
      await lockSource(sql, sourceId);
      if (await findOpenRun(sql, sourceId)) return undefined;
      return insertRun(sql, { runId: uuidv7(), sourceId, transport: 'PULL', full: false, requestedBy: 'test' }, 'duo', new Date());
    });

  it('R3 are one per source, however many are planned at once (RELIABILITY b 65)', async () => {
    const runs = await Promise.all(['duo-po', 'lrk'].flatMap((source) => Array.from({ length: 6 }, () => plan(source))));
    expect(runs.flatMap((run) => (run ? [run.source_id] : [])).sort()).toEqual(['duo-po', 'lrk']);
  });

  it('are numbered per source, in the order in which they were planned', async () => {
    for (const [source, number] of [['duo-po', 1], ['duo-po', 2], ['lrk', 1], ['duo-po', 3]] as const) {
      const run = await plan(source);
      expect(run?.number).toBe(number);
      await endRun(schema.sql(), run?.id ?? '', { outcome: 'FAILED', code: 'X', message: 'x' }, new Date());
    }
  });

  it.each([
    ['PLANNED', true],
    ['RUNNING', true],
    ['HELD', true],
    ['COMPLETED', false],
    ['FAILED', false],
    ['REFUSED', false],
  ])('in state %s: %s', async (state, open) => {
    const id = await putRun(schema.sql(), { state });
    expect((await findOpenRun(schema.sql(), 'duo-po'))?.id).toBe(open ? id : undefined);
  });
});

describe('the run whose file is in force', () => {
  const inForce = async () => (await findRunInForce(schema.sql(), 'duo-po'))?.id;

  it('is the last that completed', async () => {
    expect(await inForce()).toBeUndefined();
    await putRun(schema.sql(), { state: 'COMPLETED' });
    const last = await putRun(schema.sql(), { state: 'COMPLETED', sent: 12 });
    await putRun(schema.sql(), { sourceId: 'lrk', state: 'COMPLETED' });
    expect(await inForce()).toBe(last);
  });

  it.each([['REFUSED'], ['FAILED'], ['RUNNING']])('is that one still after a run that is %s and sent nothing', async (state) => {
    const last = await putRun(schema.sql(), { state: 'COMPLETED' });
    await putRun(schema.sql(), { state });
    expect(await inForce()).toBe(last);
  });

  it('R8 is none after a run that failed half-way: the directory holds neither file', async () => {
    await putRun(schema.sql(), { state: 'COMPLETED', sent: 9 });
    await putRun(schema.sql(), { state: 'FAILED', sent: 3 });
    expect(await inForce()).toBeUndefined();
    const next = await putRun(schema.sql(), { state: 'COMPLETED' });
    expect(await inForce()).toBe(next);
  });
});

describe('the run that a new file is measured by', () => {
  const measuredBy = async () => (await findRunToMeasureBy(schema.sql(), 'duo-po'))?.id;
  const decision = (name: string) => JSON.stringify({ decision: name, reason: 'x', by: 'x', at: '2026-08-04T06:00:00.000Z' });

  it('R8 is none before the first has completed', async () => {
    await putRun(schema.sql(), { state: 'FAILED', sent: 3 });
    expect(await measuredBy()).toBeUndefined();
  });

  it('R8 is the last that completed, also after one that failed half-way', async () => {
    const last = await putRun(schema.sql(), { state: 'COMPLETED' });
    await putRun(schema.sql(), { state: 'FAILED', sent: 3 });
    expect(await measuredBy()).toBe(last);
  });

  it('R8 is one that a person let through, but not one without its removals: its file was too short', async () => {
    const applied = await putRun(schema.sql(), { state: 'COMPLETED', decision: decision('APPLY') });
    await putRun(schema.sql(), { state: 'COMPLETED', decision: decision('APPLY_WITHOUT_REMOVALS') });
    expect(await measuredBy()).toBe(applied);
  });

  it('R97 is none after a clean-up, as there is none in force', async () => {
    await putRun(schema.sql(), { state: 'COMPLETED', cleaned_up: true });
    expect(await measuredBy()).toBeUndefined();
    expect(await findRunInForce(schema.sql(), 'duo-po')).toBeUndefined();
  });
});

describe('the end of a run', () => {
  it('comes once: what has ended stays as it is', async () => {
    const id = await putRun(schema.sql(), { state: 'RUNNING' });
    const now = new Date('2026-08-04T06:00:00.000Z');
    expect(await endRun(schema.sql(), id, { outcome: 'REFUSED', code: 'EMPTY', message: 'Leeg.' }, now)).toMatchObject({ state: 'REFUSED' });
    expect(await endRun(schema.sql(), id, { outcome: 'FAILED', code: 'X', message: 'x' }, new Date())).toBeUndefined();
    await completeRun(schema.sql(), id, counts, new Date().toISOString());
    expect(await view(id)).toMatchObject({ state: 'REFUSED', problem: { code: 'EMPTY', message: 'Leeg.' }, completedAt: now.toISOString() });
  });

  it('R8 does not come to one that waits for a person, unless who ends it says so', async () => {
    const id = await putRun(schema.sql(), { state: 'HELD', phase: null });
    await schema.sql().run("UPDATE run SET deadline = now() - interval '1 day'");
    expect(await findOverdueRuns(schema.sql())).toEqual([]);
    const ending = { outcome: 'REFUSED', code: 'X', message: 'x' } as const;
    expect(await endRun(schema.sql(), id, ending, new Date())).toBeUndefined();
    expect(await endRun(schema.sql(), id, ending, new Date(), ['HELD'])).toMatchObject({ state: 'REFUSED' });
  });

  it('has the counts of file and directory', async () => {
    const id = await putRun(schema.sql(), { state: 'RUNNING', phase: 'PUBLISHING', sent: 3 });
    await completeRun(schema.sql(), id, counts, '2026-08-04T06:00:21.000Z');
    const { state, phase, completedAt, progress, counts: told } = await view(id);
    expect({ state, phase, completedAt }).toEqual({ state: 'COMPLETED', phase: undefined, completedAt: '2026-08-04T06:00:21.000Z' });
    expect(progress).toMatchObject({ sent: 3, processed: 3 });
    expect(told).toMatchObject({ conversionErrors: 1, duplicatesFound: 1, visible: 1, notVisible: 2, setAside: 1 });
  });

  it('is due when the deadline has passed by the clock of the database, and not when it had ended', async () => {
    const ids = [await putRun(schema.sql()), await putRun(schema.sql(), { state: 'COMPLETED' }), await putRun(schema.sql(), { sourceId: 'lrk' })];
    expect(await findOverdueRuns(schema.sql())).toEqual([]);
    await schema.sql().run("UPDATE run SET deadline = now() - interval '1 second' WHERE source_id = 'duo-po'");
    expect((await findOverdueRuns(schema.sql())).map((run) => run.id)).toEqual([ids[0]]);
  });
});

describe('progress', () => {
  it('only goes forward, and ends with the run', async () => {
    const id = await putRun(schema.sql(), { state: 'RUNNING', sent: 9 });
    for (const processed of [3, 5, 4]) await noteProgress(schema.sql(), id, processed);
    expect((await view(id)).progress.processed).toBe(5);
    await completeRun(schema.sql(), id, counts, new Date().toISOString());
    await noteProgress(schema.sql(), id, 100);
    expect((await view(id)).progress.processed).toBe(9);
  });
});

describe('the list of runs', () => {
  const list = (filter: Partial<Parameters<typeof listRuns>[1]>) => listRuns(schema.sql(), { page: 1, pageSize: 2, ...filter });

  it('has the newest first, page by page, with the total', async () => {
    const ids: string[] = [];
    for (let run = 1; run <= 5; run += 1) ids.push(await putRun(schema.sql(), { state: 'COMPLETED' }));
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ page })));
    expect(pages.flatMap(({ rows }) => rows.map((run) => run.id))).toEqual(ids.toReversed());
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
  });

  it('can be of one source, or of some states', async () => {
    const failed = await putRun(schema.sql(), { state: 'FAILED' });
    const lrk = await putRun(schema.sql(), { sourceId: 'lrk', state: 'COMPLETED' });
    const idsOf = async (filter: Parameters<typeof list>[0]) => (await list(filter)).rows.map((run) => run.id);
    expect(await idsOf({ sourceId: 'lrk' })).toEqual([lrk]);
    expect(await idsOf({ states: ['FAILED', 'REFUSED'] })).toEqual([failed]);
    expect(await idsOf({ sourceId: 'lrk', states: ['FAILED'] })).toEqual([]);
    expect(await idsOf({ states: [] })).toEqual([]);
  });
});
