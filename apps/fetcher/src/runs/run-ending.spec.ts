import { RunFailed, type Envelope } from '@gids/contracts';
import { Transactions } from '@gids/messaging';
import { FetchFailed } from '../files/fetch-failed.js';
import { FileRefused } from '../reading/file-refused.js';
import { stageRows, type StagedRow } from '../staging/staged-row.js';
import { silentLog } from '../testing/silent-log.js';
import { expireLease, putRun } from '../testing/test-runs.js';
import { TestSchema } from '../testing/test-schema.js';
import { claimRun, LeaseLost } from './run-claim.js';
import { RunEnding } from './run-ending.js';
import type { RunRow } from './run-row.js';
import { findRun } from './run-store.js';

const now = new Date('2026-08-04T06:00:00.000Z');
const row: StagedRow = { outcome: 'vanished', recordId: 'a', about: { showable: true }, data: { importId: 'duo', sourceId: 'duo-po', recordId: 'a' } };

let schema: TestSchema;
let ending: RunEnding;
let run: RunRow;

beforeAll(async () => {
  schema = await TestSchema.create();
  const transactions = new Transactions('fetcher', schema.orm, { poke: () => undefined });
  ending = new RunEnding(schema.orm, transactions, silentLog, () => now);
});

beforeEach(async () => {
  await schema.clear();
  const id = await putRun(schema.sql(), { phase: 'CHECKING' });
  run = await claim();
  await stageRows(schema.sql(), id, 0, [row]);
});

afterAll(() => schema.close());

async function claim(): Promise<RunRow> {
  const claimed = await claimRun(schema.sql(), '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', ['CHECKING', 'APPLYING']);
  if (!claimed) throw new Error('there was no run to claim');
  return claimed;
}

/** The run as it stands, with what was told of it and what it has staged. */
async function outcome() {
  const stored = await findRun(schema.sql(), run.id);
  const frames = await schema.sql().all<{ body: Buffer }>('SELECT body FROM outbox ORDER BY seq');
  const told = frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<object>[]);
  const staged = await schema.sql().all('SELECT 1 FROM staged_row');
  return { state: stored?.state, code: stored?.problem_code, told: told.map(({ type, data }) => ({ type, ...data })), staged: staged.length };
}

const untouched = { state: 'RUNNING', code: null, told: [], staged: 1 };

describe('a phase that failed', () => {
  it.each([
    ['R8 a file that is refused', new FileRefused('EMPTY', 'Leeg.'), { outcome: 'REFUSED', code: 'EMPTY', message: 'Leeg.' }],
    ['a file that cannot be fetched', new FetchFailed('Weg.', { again: true }), { outcome: 'FAILED', code: 'FETCH_FAILED', message: 'Weg.' }],
    ['anything else', new TypeError('no'), { outcome: 'FAILED', code: 'UNEXPECTED', message: expect.stringContaining('Er is niets gewijzigd.') as string }],
  ])('%s ends the run, tells it once and leaves nothing staged', async (_, error, told) => {
    await ending.endOnError(run, error);
    const ended = await outcome();
    expect(ended).toMatchObject({ state: told.outcome, code: told.code, staged: 0, told: [{ type: RunFailed.type, sourceId: 'duo-po', runNumber: 1, ...told }] });
    await ending.endOnError(run, error);
    expect(await outcome()).toEqual(ended);
  });

  it.each([
    ['a lost connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a deadlock', Object.assign(new Error('deadlock'), { code: '40P01' })],
    ['a server that is going down', Object.assign(new Error('terminating'), { code: '57P01' })],
  ])('%s passes: the run goes on later', async (_, error) => {
    await expect(ending.endOnError(run, error)).rejects.toBe(error);
    expect(await outcome()).toEqual(untouched);
  });

  it('does not end a run that another worker has taken over, whatever went wrong here (RELIABILITY b 66)', async () => {
    await expireLease(schema.sql(), run.id);
    await claim();
    for (const error of [new FileRefused('EMPTY', 'Leeg.'), new FetchFailed('Weg.', { again: true }), new TypeError('no'), new LeaseLost('gone')]) {
      await ending.endOnError(run, error);
    }
    expect(await outcome()).toEqual(untouched);
  });
});

describe('a run that is overdue', () => {
  it('is ended once, by however many at once, whoever is at it', async () => {
    await schema.sql().run("UPDATE run SET deadline = now() - interval '1 second'");
    await Promise.all(Array.from({ length: 4 }, () => ending.endOverdueRuns()));
    expect(await outcome()).toMatchObject({ state: 'FAILED', code: 'DEADLINE', staged: 0, told: [{ type: RunFailed.type, outcome: 'FAILED', code: 'DEADLINE' }] });
  });

  it('is not one that has time left', async () => {
    await ending.endOverdueRuns();
    expect(await outcome()).toEqual(untouched);
  });
});
