import { randomUUID } from 'node:crypto';
import type { RunPhase } from '@gids/contracts';
import { dropFile, savePart } from '../files/file-store.js';
import { dropStagedRows, stageRows, type StagedRow } from '../staging/staged-row.js';
import { expireLease, putRun } from '../testing/test-runs.js';
import { TestSchema } from '../testing/test-schema.js';
import { claimRun, handOver, LeaseLost, renewLease, underClaim, updateRun, type Claim } from './run-claim.js';
import type { RunRow } from './run-row.js';
import { endRun, findRun } from './run-store.js';

let schema: TestSchema;

beforeAll(async () => {
  schema = await TestSchema.create();
});

beforeEach(() => schema.clear());

afterAll(() => schema.close());

const work: readonly RunPhase[] = ['FETCHING', 'CHECKING', 'APPLYING'];
const claim = (phases = work) => claimRun(schema.sql(), randomUUID(), phases);

async function claimed(): Promise<RunRow> {
  const run = await claim();
  if (!run) throw new Error('there was no run to claim');
  return run;
}

async function show(id: string): Promise<RunRow> {
  const run = await findRun(schema.sql(), id);
  if (!run) throw new Error(`run ${id} is gone`);
  return run;
}

describe('claiming', () => {
  it('two workers get two runs, a third none, however close together', async () => {
    const ids = [await putRun(schema.sql()), await putRun(schema.sql(), { sourceId: 'lrk' })];
    const runs = await Promise.all([claim(), claim(), claim()]);
    expect(runs.flatMap((run) => (run ? [run.id] : [])).sort()).toEqual(ids.sort());
  });

  it('many workers get one run once', async () => {
    await putRun(schema.sql());
    const runs = await Promise.all(Array.from({ length: 12 }, () => claim()));
    expect(runs.filter((run) => run !== undefined)).toHaveLength(1);
  });

  it('the oldest goes first', async () => {
    const first = await putRun(schema.sql(), { sourceId: 'lrk' });
    await putRun(schema.sql());
    expect((await claimed()).id).toBe(first);
  });

  it.each([
    ['a pull that is planned', { transport: 'PULL', state: 'PLANNED', phase: 'FETCHING' }, true],
    ['a pushed file that is still coming', { transport: 'PUSH', state: 'PLANNED', phase: 'FETCHING' }, false],
    ['a pushed file that is in', { transport: 'PUSH', state: 'PLANNED', phase: 'CHECKING' }, true],
    ['rows to send', { state: 'RUNNING', phase: 'APPLYING' }, true],
    ['rows that the directory is busy with', { state: 'RUNNING', phase: 'PUBLISHING' }, false],
    ['one that waits for a person', { state: 'HELD', phase: 'CHECKING' }, false],
    ['one that completed', { state: 'COMPLETED', phase: null }, false],
    ['one that was refused', { state: 'REFUSED', phase: null }, false],
    ['one that failed', { state: 'FAILED', phase: null }, false],
  ] as const)('%s: %j %s', async (_, run, expected) => {
    await putRun(schema.sql(), run);
    expect((await claim()) !== undefined).toBe(expected);
  });

  it('only what a worker asks for', async () => {
    await putRun(schema.sql(), { phase: 'CHECKING' });
    expect(await claim(['FETCHING'])).toBeUndefined();
    expect(await claim(['CHECKING', 'APPLYING'])).toMatchObject({ state: 'RUNNING', phase: 'CHECKING' });
  });

  it('only when the worker before has been silent for longer than its lease', async () => {
    const id = await putRun(schema.sql());
    const first = await claimed();
    expect(await claim()).toBeUndefined();
    await expireLease(schema.sql(), id);
    await renewLease(schema.sql(), first);
    expect(await claim()).toBeUndefined();
    await expireLease(schema.sql(), id);
    expect((await claimed()).fence).toBe(first.fence + 1);
  });
});

describe('a worker that was overtaken (RELIABILITY b 66)', () => {
  const row: StagedRow = { outcome: 'vanished', recordId: 'a', about: { showable: true }, data: { importId: 'duo', sourceId: 'duo-po', recordId: 'a' } };
  let stale: RunRow;
  let current: RunRow;

  beforeEach(async () => {
    const id = await putRun(schema.sql());
    stale = await claimed();
    await expireLease(schema.sql(), id);
    current = await claimed();
    await underClaim(schema.orm, current, (sql) => stageRows(sql, id, 0, [row]));
    await underClaim(schema.orm, current, (sql) => savePart(sql, id, 0, Buffer.from('nieuw')));
  });

  const attempts: [string, (claim: Claim) => Promise<unknown>][] = [
    ['note progress', (mine) => updateRun(schema.sql(), mine, 'rows_read = $4', [7])],
    ['renew its lease', (mine) => renewLease(schema.sql(), mine)],
    ['hand the run on', (mine) => handOver(schema.sql(), mine, 'PUBLISHING')],
    ['stage rows', (mine) => underClaim(schema.orm, mine, (sql) => stageRows(sql, mine.id, 1, [row]))],
    ['drop rows that the other staged', (mine) => underClaim(schema.orm, mine, (sql) => dropStagedRows(sql, mine.id))],
    ['store a part of a file', (mine) => underClaim(schema.orm, mine, (sql) => savePart(sql, mine.id, 1, Buffer.from('oud')))],
    ['drop the file that the other fetched', (mine) => underClaim(schema.orm, mine, (sql) => dropFile(sql, mine.id))],
  ];

  const rows = (table: string) => schema.sql().all<object>(`SELECT * FROM ${table} ORDER BY 1, 2`);

  it.each(attempts)('cannot %s', async (_, attempt) => {
    const before = [await show(stale.id), await rows('staged_row'), await rows('file_part')];
    await expect(attempt(stale)).rejects.toBeInstanceOf(LeaseLost);
    expect([await show(stale.id), await rows('staged_row'), await rows('file_part')]).toEqual(before);
    await expect(attempt(current)).resolves.not.toThrow();
  });

  it.each(attempts)('nor can the last one %s when the run has ended', async (_, attempt) => {
    await endRun(schema.sql(), current.id, { outcome: 'FAILED', code: 'X', message: 'x' }, new Date());
    await expect(attempt(current)).rejects.toBeInstanceOf(LeaseLost);
  });
});

describe('handing over', () => {
  it('frees the run at once, and a heartbeat that comes late does not take it back', async () => {
    await putRun(schema.sql());
    const before = await claimed();
    await handOver(schema.sql(), before, 'CHECKING');
    await expect(renewLease(schema.sql(), before)).rejects.toBeInstanceOf(LeaseLost);
    expect(await claimed()).toMatchObject({ id: before.id, phase: 'CHECKING' });
  });

  it('is undone with the transaction that it stands in', async () => {
    await putRun(schema.sql());
    const run = await claimed();
    const failing = underClaim(schema.orm, run, async (sql) => {
      await handOver(sql, run, 'APPLYING');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await show(run.id)).toMatchObject({ phase: 'FETCHING', fence: run.fence });
  });
});

describe('writing under a claim', () => {
  it('is cut off by the server when the worker freezes in it, so that another can take over', async () => {
    await putRun(schema.sql());
    const run = await claimed();
    const [holding, frozen] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const writing = underClaim(schema.orm, run, async (sql) => {
      await savePart(sql, run.id, 0, Buffer.from('half'));
      const [limit] = await sql.all('SHOW idle_in_transaction_session_timeout');
      expect(limit).toEqual({ idle_in_transaction_session_timeout: '15s' });
      await sql.run("SET LOCAL idle_in_transaction_session_timeout = '100ms'");
      holding.resolve(undefined);
      await frozen.promise;
    });
    await holding.promise;
    // Waits for the row until the server has cut off who holds it.
    await expireLease(schema.sql(), run.id);
    const other = await claim();
    expect(other).toMatchObject({ id: run.id, fence: run.fence + 1 });
    frozen.resolve(undefined);
    await expect(writing).rejects.toThrow();
    expect(await schema.sql().all('SELECT * FROM file_part')).toEqual([]);
  });
});
