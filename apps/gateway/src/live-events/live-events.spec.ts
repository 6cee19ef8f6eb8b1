import { RunCompleted, RunFailed, RunHeld, RunProgressed, RunStarted } from '@gids/contracts';
import { eventually } from '@gids/testing';
import pg from 'pg';
import { runProgressEventSchema, runStatusEventSchema } from '../api/live-event.js';
import { Housekeeping } from '../housekeeping.js';
import { EventStreamReader } from '../testing/event-stream.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';

const run = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const otherRun = '019a9f3e-7a10-7cc3-98c4-dc0c0c073990';

describe('live events over HTTP', () => {
  let gateway: GatewayInTest;
  let now = new Date();
  const open: EventStreamReader[] = [];

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ clock: () => now });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((reader) => reader.cancel()));
  });
  afterAll(() => gateway.stop());

  async function watch(query = '', lastEventId?: string): Promise<EventStreamReader> {
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const response = await gateway.ask(`/v1/gebeurtenissen${query}`, { headers });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const reader = new EventStreamReader(response);
    open.push(reader);
    return reader;
  }

  async function query<Row extends object>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: gateway.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  it('tell what happens to runs, in the order in which it is told', async () => {
    const watcher = await watch();
    await gateway.publish(RunStarted, RunStarted.example, run);
    await eventually(() => watcher.events.length === 1);
    await gateway.publish(RunProgressed, RunProgressed.example, run);
    await eventually(() => watcher.events.length === 2);
    await gateway.publish(RunHeld, RunHeld.example, run);
    await eventually(() => watcher.events.length === 3);
    await gateway.publish(RunFailed, RunFailed.example, run);
    await eventually(() => watcher.events.length === 4);
    await gateway.publish(RunCompleted, RunCompleted.example, run);
    const events = await eventually(() => watcher.events, { until: ({ length }) => length === 5 });

    expect(events.map(({ event }) => event)).toEqual(['run.status', 'run.voortgang', 'run.status', 'run.status', 'run.status']);
    expect(events.map(({ data }) => data['status'])).toEqual(['bezig', undefined, 'wachtOpAkkoord', 'geweigerd', 'voltooid']);
    const [started, progressed, held, refused, completed] = events;
    expect(runProgressEventSchema.parse(progressed?.data)).toEqual({ runId: run, bron: 'duo-po', import: 'duo', verwerkt: 3_000, verwacht: 6_107 });
    expect(runStatusEventSchema.parse(started?.data)).toMatchObject({ runId: run, bron: 'duo-po', import: 'duo', probleem: null, aantallen: null, voltooidOp: null });
    expect(runStatusEventSchema.parse(held?.data)).toMatchObject({ probleem: { code: 'BELOW_MIN' } });
    expect(runStatusEventSchema.parse(refused?.data)).toMatchObject({ probleem: { code: 'TRUNCATED' } });
    expect(runStatusEventSchema.parse(completed?.data)).toMatchObject({ aantallen: { gelezen: 6_122, zichtbaar: 6_119 }, voltooidOp: '2026-08-04T06:00:21.000Z' });
    const ids = events.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  it('are the same at every watcher, and only those that each asked for', async () => {
    const [all, ofSource, ofRun, ofBoth] = await Promise.all([
      watch(),
      watch('?bronId=lrk'),
      watch(`?runId=${otherRun}`),
      watch(`?bronId=duo-po&runId=${otherRun}`),
    ]);
    await gateway.publish(RunStarted, { ...RunStarted.example, sourceId: 'lrk', importId: 'lrk' }, run);
    await gateway.publish(RunStarted, RunStarted.example, otherRun);
    await eventually(() => [all, ofSource, ofRun, ofBoth].map((watcher) => watcher?.events.length).join() === '2,1,1,1');
    expect(ofSource?.events.map(({ data }) => data['bron'])).toEqual(['lrk']);
    expect(ofRun?.events.map(({ data }) => data['runId'])).toEqual([otherRun]);
    expect(ofBoth?.events).toEqual(ofRun?.events);
  });

  it('go on where a watcher left off', async () => {
    const first = await watch();
    await gateway.publish(RunStarted, RunStarted.example, run);
    await eventually(() => first.events.length === 1);
    await first.cancel();
    await gateway.publish(RunProgressed, RunProgressed.example, run);
    await gateway.publish(RunCompleted, RunCompleted.example, run);

    const second = await watch('', first.events[0]?.id);
    await eventually(() => second.events.length === 2);
    expect(second.events.map(({ event }) => event).sort()).toEqual(['run.status', 'run.voortgang']);
  });

  it('are kept for a day', async () => {
    const keptRun = '019a9f3e-7a10-7cc3-98c4-dc0c0c073991';
    await gateway.publish(RunStarted, RunStarted.example, keptRun);
    await eventually(async () => (await query(`SELECT FROM gateway.live_event WHERE run_id = '${keptRun}'`)).length === 1);
    const housekeeping = gateway.application.get(Housekeeping);
    now = new Date(now.getTime() + 23 * 3_600_000);
    await housekeeping.tidy();
    expect(await query('SELECT seq FROM gateway.live_event')).not.toEqual([]);
    now = new Date(now.getTime() + 2 * 3_600_000);
    await housekeeping.tidy();
    expect(await query('SELECT seq FROM gateway.live_event')).toEqual([]);
  });

  it.each([
    ['?runId=x', undefined, 'runId'],
    ['?bron=lrk', undefined, 'bron'],
    ['', 'abc', 'last-event-id'],
  ])('answer 400 to %s with %s', async (search, lastEventId, field) => {
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const response = await gateway.ask(`/v1/gebeurtenissen${search}`, { headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: field }] });
  });

  it('end when the gateway stops', async () => {
    const watcher = await watch();
    await gateway.close();
    await eventually(() => watcher.ended);
    expect(gateway.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
