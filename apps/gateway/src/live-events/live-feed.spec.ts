import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '@gids/messaging';
import { migrate, openDatabase, sqlOf } from '@gids/persistence';
import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { gatewayDatabase } from '../state/database.js';
import { EventStreamReader } from '../testing/event-stream.js';
import { LiveEventStore } from './live-event-store.js';
import { LiveFeed, type LiveFeedTiming } from './live-feed.js';

const quick: LiveFeedTiming = { pollMs: 10, heartbeatMs: 20, lifetimeMs: 60_000 };
const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the feed of live events', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  let server: Server | undefined;
  let feed: LiveFeed;
  /** What the watchers had seen at first whose connections are closed. */
  const closed: (string | null)[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await openDatabase({ url: database.url, definition: gatewayDatabase });
    await migrate(orm, 'gateway');
  });
  beforeEach(() => sqlOf(orm.em.fork()).run('TRUNCATE live_event RESTART IDENTITY'));
  afterEach(async () => {
    await feed.close();
    server?.close();
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  /** Serves a feed; `last` in the address is what the watcher has seen. */
  async function serve(timing: Partial<LiveFeedTiming> = {}, log = silent): Promise<string> {
    feed = new LiveFeed(new LiveEventStore(orm), log, { ...quick, ...timing });
    const started = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost');
      const last = searchParams.get('last');
      response.once('close', () => closed.push(last));
      void feed.join(response, { imports: searchParams.get('imports')?.split(',') }, last === null ? undefined : Number(last));
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
  }

  const watch = async (url: string) => new EventStreamReader(await fetch(url));

  function insert(count: number, bytes = 10, sourceId = 'lrk'): Promise<number> {
    return sqlOf(orm.em.fork()).run(
      `INSERT INTO live_event (name, source_id, run_id, data, occurred_at)
       SELECT 'run.voortgang', $3, gen_random_uuid(), jsonb_build_object('vulling', repeat('x', $2)), now() FROM generate_series(1, $1::int)`,
      [count, bytes, sourceId],
    );
  }

  it('sends a sign of life between events', async () => {
    const watcher = await watch(await serve());
    await eventually(() => watcher.comments >= 3);
    expect(watcher.events).toEqual([]);
  });

  it('catches up by the thousand without missing or repeating one', async () => {
    await insert(1_700);
    const watcher = await watch(`${await serve()}?last=100`);
    const events = await eventually(() => watcher.events, { until: ({ length }) => length >= 1_600 });
    expect(events.map(({ id }) => Number(id))).toEqual(Array.from({ length: 1_600 }, (_, index) => index + 101));
  });

  it('takes a number that was never given out for the latest', async () => {
    await insert(3);
    const watcher = await watch(`${await serve()}?last=999`);
    await eventually(() => watcher.comments > 0);
    await insert(1);
    await eventually(() => watcher.events.length === 1);
  });

  it('R78 tells only of imports of which the watcher has the importrecht', async () => {
    await insert(1, 10, 'lrk');
    await insert(2, 10, 'duo-po');
    await insert(1, 10, 'unknown');
    const url = await serve();
    const watchers = await Promise.all(['duo', 'duo,lrk', ''].map((imports) => watch(`${url}?last=0&imports=${imports}`)));
    await eventually(() => watchers[1]?.events.length === 3);
    await eventually(() => watchers[0]?.events.length === 2);
    expect(watchers.map(({ events }) => events.map(({ id }) => id))).toEqual([['2', '3'], ['1', '2', '3'], []]);
  });

  it('ends a connection that is there too long', async () => {
    const watcher = await watch(await serve({ lifetimeMs: 40 }));
    await eventually(() => watcher.ended);
  });

  it('drops a reader that does not read, and keeps the others going meanwhile', async () => {
    const url = await serve({ heartbeatMs: 200 });
    await insert(20_000, 2_000);
    const stuck = await new Promise<IncomingMessage>((resolve) => get(`${url}?last=0`, resolve));
    stuck.pause();
    const reading = await watch(`${url}?last=19990`);
    await eventually(() => reading.events.length === 10);
    await eventually(() => closed.includes('0'), { within: 20_000 });
    await insert(1);
    await eventually(() => reading.events.length === 11);
    expect(closed).not.toContain('19990');
    stuck.destroy();
  });

  it('goes on after the database was away', async () => {
    const warnings: string[] = [];
    const log = { ...silent, warn: (_fields: object, message: string) => void warnings.push(message) };
    const watcher = await watch(await serve({}, log));
    const sql = sqlOf(orm.em.fork());
    await sql.run('ALTER TABLE live_event RENAME TO live_event_away');
    await eventually(() => warnings.length > 0);
    await sql.run('ALTER TABLE live_event_away RENAME TO live_event');
    await insert(1);
    await eventually(() => watcher.events.length === 1);
  });
});
