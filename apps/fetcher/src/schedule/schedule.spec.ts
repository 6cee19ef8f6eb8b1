import { ChangeSchedule, ListRuns, ListSources, RunOverdue, RunStarted, type Actor, type DataOf, type Envelope, type PayloadOf, type SourceView } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { FetcherUnderTest } from '../testing/fetcher-under-test.js';
import { fileOf, schools } from '../testing/source-file.js';
import { SourceServer } from '../testing/source-server.js';

let subject: FetcherUnderTest;
let server: SourceServer;

beforeAll(async () => {
  [subject, server] = await Promise.all([FetcherUnderTest.create(), SourceServer.listen()]);
});
beforeEach(async () => {
  await subject.clear();
  await subject.schema.sql().run('DELETE FROM schedule');
  server.serve(fileOf('duo-po', schools(0, 150)));
});
afterEach(async () => {
  await subject.stopAll();
  server.clear();
});
afterAll(async () => {
  await subject.close();
  await server.close();
});

/** Starts a fetcher at this time, and waits until it has looked at the schedules. */
async function startAt(moment: string): Promise<void> {
  await subject.start({ GIDS_SOURCE_URLS: `duo-po=${server.url()}` }, undefined, () => new Date(moment));
  await eventually(async () => (await source()).schedule, { within: 30_000, until: (schedule) => schedule !== undefined });
}

async function source(sourceId = 'duo-po'): Promise<SourceView> {
  const { items } = await subject.ask(ListSources, { sourceId });
  return items[0] as SourceView;
}

const change = (changes: Partial<PayloadOf<typeof ChangeSchedule>>) => subject.ask(ChangeSchedule, { sourceId: 'duo-po', by: 'beheerder', ...changes });
const runs = async () => (await subject.ask(ListRuns, { page: 1, pageSize: 50 })).items;
const firstRun = () => eventually(runs, { within: 30_000, until: (items) => items.length > 0 });

/** Two weeks of which the first turn is on 6 December; only DUO PO is active, as only that has a server here. */
async function scheduled(active = true): Promise<void> {
  await startAt('2026-11-22T12:00:00Z');
  await change({ firstOn: '2026-12-06', active });
  await subject.schema.sql().run("UPDATE schedule SET active = false WHERE source_id <> 'duo-po'");
  await subject.stopAll();
}

async function late(): Promise<DataOf<typeof RunOverdue>[]> {
  const frames = await subject.schema.sql().all<{ body: Buffer }>('SELECT DISTINCT ON (message_id) body FROM bus.message WHERE type = $1', [RunOverdue.type]);
  return frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<DataOf<typeof RunOverdue>>[]).map(({ data }) => data);
}

describe('the schedule of a source (R3)', () => {
  it('R3 A27 is two weeks at six o’clock for every source, and a new installation waits a whole period', async () => {
    await startAt('2026-11-22T12:00:00Z');
    const { items } = await subject.ask(ListSources, {});
    expect(items.map(({ schedule }) => schedule)).toEqual(items.map(() => ({ everyDays: 14, time: '06:00', firstOn: '2026-12-06', active: true, nextAt: '2026-12-06T05:00:00.000Z' })));
    expect(await runs()).toEqual([]);
  });

  it('R3 starts one run when its turn has come, by itself, and pulls the file', async () => {
    await scheduled();
    await startAt('2026-12-06T05:00:00Z');
    const [run] = await firstRun();
    expect(run).toMatchObject({ sourceId: 'duo-po', transport: 'PULL', requestedBy: 'Planning' });
    expect((await subject.settled(run?.id ?? '')).counts).toMatchObject({ read: 150, added: 150 });
    expect((await source()).schedule?.nextAt).toBe('2026-12-20T05:00:00.000Z');
  });

  it('R3 starts none before its turn, and none while one is under way', async () => {
    await scheduled();
    await startAt('2026-12-06T04:59:00Z');
    expect(await runs()).toEqual([]);
    server.answer = () => undefined;
    const pulling = await subject.pull();
    await subject.stopAll();
    await startAt('2026-12-06T05:00:00Z');
    await eventually(async () => (await source()).schedule?.nextAt, { within: 30_000, until: (nextAt) => nextAt === '2026-12-20T05:00:00.000Z' });
    expect((await runs()).map(({ id }) => id)).toEqual([pulling]);
  });

  it('R3 starts one run, whatever replicas look at once, and catches up once however many turns were missed', async () => {
    await scheduled();
    await Promise.all([1, 2, 3].map(() => startAt('2027-02-01T00:00:00Z')));
    const [run] = await firstRun();
    await subject.settled(run?.id ?? '');
    expect(await runs()).toHaveLength(1);
    expect((await subject.eventsOf(run?.id ?? '')).filter(({ type }) => type === RunStarted.type)).toHaveLength(1);
    expect((await source()).schedule?.nextAt).toBe('2027-02-14T05:00:00.000Z');
  });

  it('R3 of a paused source starts nothing, and does not catch up when it goes on', async () => {
    await scheduled(false);
    await startAt('2027-02-01T00:00:00Z');
    expect((await source()).schedule).toEqual({ everyDays: 14, time: '06:00', firstOn: '2026-12-06', active: false });
    expect(await change({ active: true })).toMatchObject({ active: true, nextAt: '2027-02-14T05:00:00.000Z' });
    expect(await runs()).toEqual([]);
  });

  it('R3 is what an administrator makes of it, also after a restart', async () => {
    await startAt('2026-11-22T12:00:00Z');
    expect(await change({ everyDays: 7, time: '23:15', firstOn: '2026-11-20' })).toEqual({ everyDays: 7, time: '23:15', firstOn: '2026-11-20', active: true, nextAt: '2026-11-27T22:15:00.000Z' });
    await subject.stopAll();
    await startAt('2026-11-23T12:00:00Z');
    expect((await source()).schedule).toMatchObject({ everyDays: 7, time: '23:15', nextAt: '2026-11-27T22:15:00.000Z' });
  });

  it('R79 is changed by a systeembeheerder only, and of a source that there is', async () => {
    await startAt('2026-11-22T12:00:00Z');
    const manager: Actor = { name: 'i.manager', kind: 'PERSON', systemAdministrator: false, importRights: ['duo'] };
    await expect(subject.ask(ChangeSchedule, { sourceId: 'duo-po', active: false, by: 'x' }, manager)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    await expect(change({ sourceId: 'duo-xx' })).rejects.toMatchObject({ problem: { kind: 'notFound', code: 'unknownSource' } });
  });
});

describe('a source that is late (SCREENS 6, M5)', () => {
  const halfADayLater = '2026-12-06T17:30:00Z';

  it('R3 is told of once per turn, with when it was expected and when it was last well', async () => {
    await scheduled();
    server.serve('weg', 404);
    await startAt('2026-12-06T05:00:00Z');
    await eventually(runs, { within: 30_000, until: (items) => items[0]?.state === 'FAILED' });
    expect(await late()).toEqual([]);
    await subject.stopAll();
    for (const moment of [halfADayLater, '2026-12-07T05:00:00Z']) {
      await startAt(moment);
      expect(await eventually(late, { within: 30_000, until: (told) => told.length > 0 })).toEqual([{ importId: 'duo', sourceId: 'duo-po', expectedAt: '2026-12-06T05:00:00.000Z' }]);
      await subject.stopAll();
    }
  });

  it('R3 is not told of where a run completed after the turn', async () => {
    await scheduled();
    await startAt('2026-12-06T05:00:00Z');
    const [run] = await firstRun();
    await subject.complete(run?.id ?? '');
    await subject.schema.sql().run("UPDATE run SET completed_at = '2026-12-06T05:10:00Z'");
    await subject.stopAll();
    // Another source is late: when that is told, this one has been looked at too.
    await subject.schema.sql().run("UPDATE schedule SET active = true, next_at = '2027-01-01', expected_at = '2026-12-06T05:00:00Z', started_at = '2026-12-06T05:00:00Z' WHERE source_id = 'lrk'");
    await startAt(halfADayLater);
    expect(await eventually(late, { within: 30_000, until: (told) => told.length > 0 })).toMatchObject([{ sourceId: 'lrk' }]);
  });
});
