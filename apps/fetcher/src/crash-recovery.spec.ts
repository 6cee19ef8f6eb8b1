import { filePartBytes, RowParsed, RowRejected, RowVanished, RunFetched, RunHeld, RunStarted, type RunView } from '@gids/contracts';
import { eventually, TcpProxy } from '@gids/testing';
import { FetcherUnderTest } from './testing/fetcher-under-test.js';
import { Gate, type Moment } from './testing/gate.js';
import { branchCode, fileOf, school, schools } from './testing/source-file.js';
import { SourceServer } from './testing/source-server.js';
import { expireLease } from './testing/test-runs.js';

/** Of a small source a person looks at a loss only: the next file may be as much longer as these tests need it to be. */
const before = fileOf('duo-po', schools(0, 90));
/** 20 vanished, 40 unchanged, 30 changed, 2,000 added, 1 rejected: two parts to fetch, three batches to check, five to send. */
const after = fileOf(
  'duo-po',
  [
    ...schools(20, 60),
    ...schools(60, 90).map((row) => ({ ...row, PLAATSNAAM: 'RODEN' })),
    ...schools(90, 2_090),
    school(75, { VESTIGINGSNAAM: 'Dubbel' }),
  ].map((row) => ({ ...row, 'NODAAL GEBIED NAAM': 'Ver '.repeat(30) })),
);
const expected = { read: 2_071, added: 2_000, changed: 30, unchanged: 40, vanished: 20, rejected: 1 };
const sent = 2_051;

let subject: FetcherUnderTest;
let server: SourceServer;
let proxy: TcpProxy;
let alive: boolean;

beforeAll(async () => {
  [subject, server] = await Promise.all([FetcherUnderTest.create(), SourceServer.listen()]);
});

beforeEach(async () => {
  proxy = await TcpProxy.to(Number(new URL(subject.schema.url).port || 5432));
  alive = true;
  server.serve(after);
});

afterEach(async () => {
  await subject.stopAll();
  if (alive) await proxy.close();
  server.clear();
  await Gate.removeAll(subject.schema.sql());
  await subject.clear();
});

afterAll(async () => {
  await subject.close();
  await server.close();
});

const env = () => ({ GIDS_SOURCE_URLS: `duo-po=${server.url()}` });

/** Starts a fetcher whose connections to the database a test can cut or hold. */
function startBehindProxy() {
  const url = new URL(subject.schema.url);
  url.host = `127.0.0.1:${proxy.port}`;
  return subject.start(env(), url.href);
}

/** Ends whatever the service behind the proxy has with the database, and lets it have no more: to all others it is dead. */
async function kill(): Promise<void> {
  alive = false;
  await proxy.close();
}

/** As the server does when a worker is silent in a transaction for longer than its lease; that it does so stands in run-claim.spec.ts. */
async function endIdleTransactions(): Promise<void> {
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`;
  await eventually(async () => (await subject.schema.sql().all(end)).length > 0);
}

async function importBefore(): Promise<void> {
  const service = await subject.start();
  await subject.importFile(before);
  await subject.stop(service);
}

/** Every row of the file must have left once, whoever sent it. */
async function expectSentOnce(run: RunView): Promise<void> {
  expect(run).toMatchObject({ state: 'RUNNING', phase: 'PUBLISHING', counts: expected, progress: { sent, toSend: sent } });
  const events = await subject.eventsOf(run.id);
  const idsOf = (type: string) => events.filter((event) => event.type === type).map(({ subject: id }) => id ?? '').sort();
  const codes = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => branchCode(from + index)).sort();
  expect(idsOf(RowParsed.type)).toEqual(codes(60, 2_090));
  expect(idsOf(RowVanished.type)).toEqual(codes(0, 20));
  expect(idsOf(RowRejected.type)).toEqual([branchCode(75)]);
  expect(events.filter(({ type }) => type === RunFetched.type).map(({ data }) => data['sent'])).toEqual([sent]);
  expect(await subject.stagedRows()).toBe(0);
  const kept = await subject.sourceRecords('duo-po');
  expect([kept.length, kept.filter(({ vanished }) => vanished).length]).toEqual([2_090, 20]);
}

const moments: [string, Moment][] = [
  ['storing the second part of the file', { statement: 'INSERT', table: 'fetcher.file_part', row: 'NEW.index = 1' }],
  ['staging its first row', { statement: 'INSERT', table: 'fetcher.staged_row', row: 'NEW.position = 0' }],
  ['staging later rows', { statement: 'INSERT', table: 'fetcher.staged_row', row: 'NEW.position = 1500' }],
  ['staging what vanished', { statement: 'INSERT', table: 'fetcher.staged_row', row: "NEW.outcome = 'vanished'" }],
  ['noting what the file turned out to be', { statement: 'UPDATE', table: 'fetcher.run', row: "NEW.phase = 'APPLYING' AND OLD.phase = 'CHECKING'" }],
  ['remembering what it sends', { statement: 'INSERT', table: 'fetcher.source_record', row: `NEW.record_id = '${branchCode(1_000)}'` }],
  ['storing a frame', { statement: 'UPDATE', table: 'fetcher.run', row: 'NEW.sent = 1000 AND OLD.sent = 500' }],
  ['telling that all was sent', { statement: 'UPDATE', table: 'fetcher.run', row: "NEW.phase = 'PUBLISHING'" }],
  ['putting a frame on the bus', { statement: 'INSERT', table: 'bus.message', row: "NEW.queue = 'mapper.pipeline'" }],
  ['forgetting a frame that is on the bus', { statement: 'DELETE', table: 'fetcher.outbox', row: `OLD.type = '${RowParsed.type}'` }],
];

describe('R8 a fetcher that dies', () => {
  it.each(moments)('while %s leaves a run that another one takes to its end', async (_, moment) => {
    await importBefore();
    const gate = await Gate.at(subject.schema.url, moment);
    await startBehindProxy();
    const runId = await subject.pull();
    await gate.reached();
    await kill();
    await gate.open();
    await expireLease(subject.schema.sql(), runId);

    await subject.start(env());
    await expectSentOnce(await subject.settled(runId));
  });
});

describe('R8 a run that waits for a person', () => {
  /** More than a handful of a small source is gone. */
  const loss = fileOf('duo-po', schools(30, 2_030));
  const counts = { read: 2_000, added: 1_940, changed: 0, unchanged: 60, vanished: 30, rejected: 0 };

  async function expectHeldOnce(runId: string): Promise<void> {
    expect(await subject.settled(runId)).toMatchObject({ state: 'HELD', counts, progress: { sent: 0, toSend: 1_970 } });
    const events = await subject.eventsOf(runId);
    expect(events.map(({ type }) => type).sort()).toEqual([RunHeld.type, RunStarted.type]);
  }

  async function expectAppliedOnce(runId: string): Promise<void> {
    await subject.decide(runId, 'APPLY');
    expect(await subject.settled(runId)).toMatchObject({ phase: 'PUBLISHING', counts, progress: { sent: 1_970 } });
    const events = await subject.eventsOf(runId);
    expect(events.filter(({ type }) => type === RowParsed.type)).toHaveLength(1_940);
    expect(events.filter(({ type }) => type === RowVanished.type)).toHaveLength(30);
    expect(events.filter(({ type }) => type === RunHeld.type)).toHaveLength(1);
  }

  it('is told of once, also when the fetcher dies while it lays it aside', async () => {
    await importBefore();
    server.serve(loss);
    const gate = await Gate.at(subject.schema.url, { statement: 'UPDATE', table: 'fetcher.run', row: "NEW.state = 'HELD'" });
    await startBehindProxy();
    const runId = await subject.pull();
    await gate.reached();
    await kill();
    await gate.open();
    await expireLease(subject.schema.sql(), runId);

    await subject.start(env());
    await expectHeldOnce(runId);
    await expectAppliedOnce(runId);
  });

  it('outlives the fetcher that laid it aside, and the decision outlives the one that took it', async () => {
    await importBefore();
    server.serve(loss);
    await startBehindProxy();
    const runId = await subject.pull();
    await expectHeldOnce(runId);
    await kill();

    await subject.start(env());
    await expectHeldOnce(runId);
    await expectAppliedOnce(runId);
  });
});

describe('a fetcher that is frozen for longer than its lease (RELIABILITY b 66)', () => {
  it('while it waits for the source: its late part never mixes with the file that another one fetched', async () => {
    await importBefore();
    const late = Promise.withResolvers<undefined>();
    const [older, newer] = [Buffer.alloc(3 * filePartBytes, 'oud;'), after];
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': server.asked.length === 1 ? older.length : newer.length });
      if (server.asked.length > 1) return void response.end(newer);
      response.write(older.subarray(0, filePartBytes));
      void late.promise.then(() => response.end(older.subarray(filePartBytes)));
    };
    await startBehindProxy();
    const runId = await subject.pull();
    await eventually(async () => (await subject.show(runId)).progress.bytesRead === filePartBytes);
    proxy.pause();
    await expireLease(subject.schema.sql(), runId);

    await subject.start(env());
    const run = await subject.settled(runId);
    late.resolve(undefined);
    proxy.restore();
    await eventually(() => server.connections <= 1);
    await expectSentOnce(run);
    expect((await subject.complete(runId)).counts).toMatchObject(expected);
  });

  it('while it sends: the server ends its transaction, and what another one sends stays sent once', async () => {
    await importBefore();
    const gate = await Gate.at(subject.schema.url, { statement: 'UPDATE', table: 'fetcher.run', row: 'NEW.sent = 1000 AND OLD.sent = 500' });
    const frozen = await startBehindProxy();
    const runId = await subject.pull();
    await gate.reached();
    proxy.pause();
    await gate.open();
    await endIdleTransactions();
    await expireLease(subject.schema.sql(), runId);

    await subject.start(env());
    const run = await subject.settled(runId);
    proxy.restore();
    await eventually(() => frozen.readiness(), { until: ({ database }) => database });
    await expectSentOnce(run);
  });
});

describe('a fetcher that is stopped', () => {
  it.each([
    ['checks', { statement: 'INSERT', table: 'fetcher.staged_row', row: 'NEW.position = 1500' }, 'CHECKING'],
    ['sends', { statement: 'UPDATE', table: 'fetcher.run', row: 'NEW.sent = 1000 AND OLD.sent = 500' }, 'APPLYING'],
  ] as const)('while it %s finishes its step and leaves the rest to whoever comes, at once', async (_, moment, phase) => {
    await importBefore();
    const gate = await Gate.at(subject.schema.url, moment);
    const service = await subject.start(env());
    const runId = await subject.pull();
    await gate.reached();
    const closed = subject.stop(service);
    await gate.open();
    await closed;
    const [run] = await subject.schema.sql().all('SELECT phase, lease_until, sent FROM run WHERE id = $1', [runId]);
    expect(run).toEqual({ phase, lease_until: null, sent: phase === 'CHECKING' ? 0 : 1_000 });

    await subject.start(env());
    await expectSentOnce(await subject.settled(runId));
  });

  it('while it fetches ends the transfer and leaves the run', async () => {
    await importBefore();
    server.answer = (_, response) => response.writeHead(200).flushHeaders();
    const service = await subject.start(env());
    const runId = await subject.pull();
    await eventually(() => server.asked.length === 1);
    await subject.stop(service);
    await eventually(() => server.connections === 0);
    expect(await subject.schema.sql().all('SELECT phase, lease_until FROM run WHERE id = $1', [runId])).toEqual([{ phase: 'FETCHING', lease_until: null }]);

    server.serve(after);
    await subject.start(env());
    await expectSentOnce(await subject.settled(runId));
  });
});

describe('more than one fetcher', () => {
  it('share the work of several sources', async () => {
    await importBefore();
    await Promise.all([subject.start(env()), subject.start(env())]);
    const child = (lrk_id: string) => ({ lrk_id, type_oko: 'KDV', status: 'Ingeschreven', actuele_naam_oko: 'Proef' });
    const children = Array.from({ length: 1_500 }, (_, index) => child(String(100_000_000 + index)));
    const [schoolRun, childcareRun] = await Promise.all([subject.pull(), subject.push(fileOf('lrk', children), { sourceId: 'lrk' })]);
    await expectSentOnce(await subject.settled(schoolRun));
    const childcare = await subject.settled(childcareRun);
    expect(childcare.counts).toMatchObject({ read: 1_500, added: 1_500 });
    expect((await subject.eventsOf(childcareRun)).filter(({ type }) => type === RowParsed.type)).toHaveLength(1_500);
  }, 90_000);
});

describe('a bus that takes nothing', () => {
  it('makes sending wait: the outbox holds no file', async () => {
    const gate = await Gate.at(subject.schema.url, { statement: 'INSERT', table: 'bus.message', row: "NEW.queue = 'mapper.pipeline'" });
    await subject.start(env());
    const runId = await subject.push(fileOf('duo-po', schools(0, 5_500)));
    const leaseOf = async () => (await subject.schema.sql().all<{ lease: string; sent: number }>('SELECT lease_until::text AS lease, sent FROM run WHERE id = $1', [runId]))[0];
    await eventually(leaseOf, { within: 30_000, until: (run) => run?.sent === 4_500 });
    const { lease } = (await leaseOf()) ?? {};
    expect(await eventually(leaseOf, { until: (run) => run?.lease !== lease })).toMatchObject({ sent: 4_500 });
    await gate.open();
    expect((await subject.settled(runId)).progress).toMatchObject({ sent: 5_500, toSend: 5_500 });
    expect((await subject.eventsOf(runId)).filter(({ type }) => type === RowParsed.type)).toHaveLength(5_500);
  });
});
