import { ControlRun, ListStagedRows, RequestRefused, RowParsed, RunFailed, RunFetched, RunStarted, RunStopped, StartImport, type RunControl, type RunView } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from '../testing/fetcher-under-test.js';
import { Gate } from '../testing/gate.js';
import { fileOf, schools } from '../testing/source-file.js';

let subject: FetcherUnderTest;

beforeAll(async () => {
  subject = await FetcherUnderTest.create();
  await subject.start();
});
beforeEach(() => subject.clear());
afterEach(() => Gate.removeAll(subject.schema.sql()));
afterAll(() => subject.close());

const control = (runId: string, kind: RunControl, reason = 'verkeerd bestand') => subject.ask(ControlRun, { runId, control: kind, reason, by: 'i.manager' });
const rowsOf = async (runId: string) => (await subject.eventsOf(runId)).filter(({ type }) => type === RowParsed.type).length;
const countOf = async (runId: string, type: string) => (await subject.eventsOf(runId)).filter((event) => event.type === type).length;

async function refusal(request: Promise<unknown>): Promise<{ kind: string; code: string }> {
  const error: unknown = await request.then(() => new Error('the request was not refused'), (reason: unknown) => reason);
  if (!(error instanceof RequestRefused)) throw error;
  return error.problem;
}

/** A run of 1,700 records that is stopped when 1,000 of them have left and the next batch is in hand. */
async function stoppedWhileSending(): Promise<RunView> {
  const gate = await Gate.at(subject.schema.url, { statement: 'UPDATE', table: 'fetcher.run', row: 'NEW.sent = 1500 AND OLD.sent = 1000' });
  const runId = await subject.push(fileOf('duo-po', schools(0, 1_700)));
  await gate.reached();
  const stopping = control(runId, 'STOP');
  await gate.open();
  return stopping;
}

describe('a run that a person stops (SCREENS 3.5)', () => {
  it('sends no further rows, keeps what left and what is staged, and says who stopped it and why', async () => {
    const run = await stoppedWhileSending();
    expect(run).toMatchObject({ state: 'STOPPED', phase: 'APPLYING', problem: { code: 'STOPPED', message: 'Gestopt door i.manager: verkeerd bestand' } });
    // The batch in hand was before the stop: it left whole.
    expect(run.progress).toMatchObject({ sent: 1_500, toSend: 1_700 });
    await eventually(() => rowsOf(run.id), { within: 30_000, until: (rows) => rows === 1_500 });
    expect((await subject.ask(ListStagedRows, { runId: run.id, page: 1, pageSize: 1 })).total).toBe(200);
    expect(await countOf(run.id, RunStopped.type)).toBe(1);
    expect(await countOf(run.id, RunFetched.type)).toBe(0);
  });

  it('goes on where it was when it is resumed, and sends every row once', async () => {
    const stopped = await stoppedWhileSending();
    expect(await control(stopped.id, 'RESUME', 'toch goed')).toMatchObject({ state: 'RUNNING' });
    const run = await subject.settled(stopped.id);
    expect(run).toMatchObject({ phase: 'PUBLISHING', progress: { sent: 1_700, toSend: 1_700 }, notes: ['Gestopt door i.manager: verkeerd bestand. Hervat door i.manager: toch goed'] });
    expect(run.problem).toBeUndefined();
    const sent = (await subject.eventsOf(run.id)).filter(({ type }) => type === RowParsed.type).map(({ subject: id }) => id);
    expect([sent.length, new Set(sent).size]).toEqual([1_700, 1_700]);
    expect(await countOf(run.id, RunFetched.type)).toBe(1);
    expect(await countOf(run.id, RunStarted.type)).toBe(2);
    expect((await subject.complete(run.id)).state).toBe('COMPLETED');
  });

  it('is stopped while its file is checked too, and is checked again from the start', async () => {
    const gate = await Gate.at(subject.schema.url, { statement: 'INSERT', table: 'fetcher.staged_row', row: 'NEW.position = 0' });
    const runId = await subject.push(fileOf('duo-po', schools(0, 300)));
    await gate.reached();
    const stopping = control(runId, 'STOP');
    await gate.open();
    expect(await stopping).toMatchObject({ state: 'STOPPED', phase: 'CHECKING' });
    expect(await rowsOf(runId)).toBe(0);
    await control(runId, 'RESUME');
    expect((await subject.settled(runId)).progress).toMatchObject({ sent: 300 });
    expect(await rowsOf(runId)).toBe(300);
  });

  it('gives way to a newer file', async () => {
    const stopped = await stoppedWhileSending();
    const next = await subject.settled(await subject.push(fileOf('duo-po', schools(0, 1_700))));
    expect(await subject.show(stopped.id)).toMatchObject({ state: 'FAILED', problem: { code: 'SUPERSEDED' } });
    expect(await countOf(stopped.id, RunFailed.type)).toBe(1);
    // What left before counts as sent: the newer run brings the rest.
    expect(next.counts).toMatchObject({ added: 200, unchanged: 1_500 });
  });

  it.each<[string, RunControl, string]>([
    ['one that is over', 'STOP', 'runNotRunning'],
    ['one that was never stopped', 'RESUME', 'runNotStopped'],
  ])('is refused of %s', async (_, kind, code) => {
    const run = await subject.complete(await subject.push(fileOf('duo-po', schools(0, 50))));
    expect(await refusal(control(run.id, kind))).toMatchObject({ kind: 'conflict', code });
  });

  it('is refused where everything has left, where it is stopped already, and where there is none', async () => {
    const sent = await subject.settled(await subject.push(fileOf('duo-po', schools(0, 50))));
    expect(await refusal(control(sent.id, 'STOP'))).toMatchObject({ kind: 'conflict', code: 'allSent' });
    await subject.complete(sent.id);
    const { id } = await subject.ask(StartImport, { runId: uuidv7(), sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' });
    await control(id, 'STOP');
    expect(await refusal(control(id, 'STOP'))).toMatchObject({ kind: 'conflict', code: 'runNotRunning' });
    expect(await refusal(control(uuidv7(), 'STOP'))).toMatchObject({ kind: 'notFound' });
  });
});
