import { inTransaction, sqlOf } from '@gids/persistence';
import { eventually } from '@gids/testing';
import { listDeadLetters, packFrames, redriveDeadLetters, RequestUnanswered, UnroutableError, type Bus, type Topology, type WireMessage } from '../src/index.js';
import { recordEffect, TestService, ThingDone, type ThingHandler } from './test-service.js';

/** One installation of a bus that a suite may hurt. */
export interface BusUnderTest {
  /** A client of the bus, as a process of its own would have it. */
  connect(): Promise<Bus>;
  /** Where services keep their state, when that is hurt together with the bus. */
  readonly databaseUrl?: string;
  /** Breaks every connection to the bus without a goodbye. */
  cut(): void | Promise<void>;
  /** Stops the broker and starts it again. */
  restart(): Promise<void>;
  drop(): Promise<void>;
}

export const conformanceTopology: Topology = {
  queues: [
    { name: 'first.pipeline', types: [ThingDone.type] },
    { name: 'second.pipeline', types: [ThingDone.type] },
  ],
  requestQueues: ['first.requests', 'second.requests'],
};

const things = (count: number, prefix = 't') => Array.from({ length: count }, (_, index) => ({ thing: `${prefix}${String(index).padStart(3, '0')}` }));
const once = (names: readonly { thing: string }[]) => Object.fromEntries(names.map(({ thing }) => [thing, 1]));
const transient = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

/* eslint-disable max-lines-per-function -- one suite */
/** What every bus must do, whatever carries it (DESIGN §3, RELIABILITY §0 and d). */
export function describeBusConformance(name: string, setUp: () => Promise<BusUnderTest>): void {
  describe(`${name} carries events so that`, () => {
    let installation: BusUnderTest;
    let service: TestService;
    let bus: Bus;
    const others: TestService[] = [];
    const buses: Bus[] = [];

    const connect = async () => {
      const client = await installation.connect();
      buses.push(client);
      return client;
    };
    const another = async () => {
      const other = await TestService.start(await connect(), installation.databaseUrl);
      others.push(other);
      return other;
    };

    beforeEach(async () => {
      installation = await setUp();
      bus = await connect();
      await bus.declare();
      service = await TestService.start(bus, installation.databaseUrl);
    });

    afterEach(async () => {
      await Promise.all([service, ...others.splice(0)].map((one) => one.stop()));
      await Promise.all(buses.splice(0).map((client) => client.close()));
      await installation.drop();
    });

    it('an event that was committed has its effect once', async () => {
      await service.consume('first.pipeline');
      await service.send(things(1200));
      await eventually(async () => Object.keys(await service.effects()).length === 1200);
      expect(await service.effects()).toEqual(once(things(1200)));
      expect(await eventually(async () => (await service.waiting()) === 0)).toBe(true);
    });

    it('an event whose transaction failed is never sent', async () => {
      await service.consume('first.pipeline');
      const failing = service.transactions.run({}, async ({ emit }) => {
        emit(ThingDone, { thing: 'ghost', value: 1 });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await service.send([{ thing: 'real' }]);
      await eventually(async () => (await service.effects())['real'] === 1);
      expect(await service.effects()).toEqual({ real: 1 });
    });

    it('work that fails for a passing reason is tried again in place', async () => {
      let failures = 2;
      await service.consume('first.pipeline', async (events, context) => {
        await recordEffect(events, context);
        if (failures-- > 0) throw transient();
      });
      await service.send([{ thing: 'a' }]);
      await eventually(async () => (await service.effects())['a'] === 1);
      expect(failures).toBe(-1);
    });

    it('work that keeps failing for a passing reason is put off and handed out again', async () => {
      let failures = 6;
      await service.consume('first.pipeline', async (events, context) => {
        if (failures-- > 0) throw transient();
        await recordEffect(events, context);
      });
      await service.send([{ thing: 'a' }]);
      expect(await eventually(async () => (await service.effects())['a'], { within: 20_000 })).toBe(1);
      expect(await service.deadLetters()).toEqual([]);
    });

    it('a poisonous event is set aside without its neighbours, and the frame is split to find it', async () => {
      const sizes: number[] = [];
      await service.consume('first.pipeline', async (events, context) => {
        sizes.push(events.length);
        if (events.some(({ data }) => data.thing === 't007')) throw new TypeError('cannot read this');
        await recordEffect(events, context);
      });
      await service.send(things(40));
      await eventually(async () => (await service.deadLetters()).length === 1);
      await eventually(async () => Object.keys(await service.effects()).length === 39);
      expect(await service.effects()).toEqual(once(things(40).filter(({ thing }) => thing !== 't007')));
      expect(await service.deadLetters()).toMatchObject([{ reason: 'failed', subject: 't007', state: 'OPEN' }]);
      expect(sizes[0]).toBe(40);
      expect(sizes.at(-1)).toBeLessThan(40);
    });

    it('a split frame that is handed out again has each effect once', async () => {
      const poisoned: ThingHandler = async (events, context) => {
        if (events.some(({ data }) => data.thing === 't002')) throw new TypeError('cannot read this');
        await recordEffect(events, context);
      };
      await service.consume('first.pipeline', poisoned);
      const [frame] = frames(things(8));
      await bus.publish(frame);
      await eventually(async () => (await service.deadLetters()).length === 1);
      await bus.publish(frame);
      await eventually(async () => (await bus.depth('first.pipeline')) === 0);
      await service.send([{ thing: 'later' }]);
      await eventually(async () => (await service.effects())['later'] === 1);
      expect(await service.effects()).toEqual({ ...once(things(8).filter(({ thing }) => thing !== 't002')), later: 1 });
    });

    it('a duplicate delivery has one effect', async () => {
      await service.consume('first.pipeline');
      const [frame] = frames(things(5));
      await Promise.all([bus.publish(frame), bus.publish(frame), bus.publish(frame)]);
      await service.send([{ thing: 'later' }]);
      await eventually(async () => (await service.effects())['later'] === 1 && (await bus.depth('first.pipeline')) === 0);
      expect(await service.effects()).toEqual({ ...once(things(5)), later: 1 });
    });

    it('two consumers of one queue share the work', async () => {
      const sharing = await TestService.start(await connect(), installation.databaseUrl);
      others.push(sharing);
      const handled = { here: 0, there: 0 };
      // Both wait for the other, so that neither can take all.
      const bothBusy = new Barrier(2);
      const counting = (side: 'here' | 'there'): ThingHandler => async () => {
        handled[side] += 1;
        await bothBusy.arrive();
      };
      await service.consume('first.pipeline', counting('here'), 1);
      await sharing.consume('first.pipeline', counting('there'), 1);
      for (const thing of things(6)) await service.send([thing]);
      await eventually(() => handled.here + handled.there === 6);
      expect(Math.min(handled.here, handled.there)).toBeGreaterThan(0);
    });

    it('two services each get a copy', async () => {
      const other = await TestService.start(await connect(), installation.databaseUrl, 'other_state');
      others.push(other);
      await service.consume('first.pipeline');
      await other.consume('second.pipeline');
      await service.send(things(3));
      await eventually(async () => Object.keys(await service.effects()).length === 3);
      await eventually(async () => Object.keys(await other.effects()).length === 3);
      expect(await other.effects()).toEqual(once(things(3)));
    });

    it('an older event never wins from a newer one, in whatever order they arrive', async () => {
      await service.sql().run('CREATE TABLE IF NOT EXISTS latest (thing text PRIMARY KEY, value int, run int)');
      await service.sql().run('TRUNCATE latest');
      await service.consume('first.pipeline', async (events, context) => {
        for (const { data, runsequence } of events) {
          await context.sql.run(
            `INSERT INTO latest AS stored VALUES ($1, $2, $3)
             ON CONFLICT (thing) DO UPDATE SET value = excluded.value, run = excluded.run WHERE stored.run <= excluded.run`,
            [data.thing, data.value, runsequence],
          );
        }
        await recordEffect(events, context);
      });
      for (const run of [3, 1, 2]) await service.send([{ thing: 'a', value: run * 10, run }]);
      await eventually(async () => (await service.effects())['a'] === 3);
      expect(await service.sql().all('SELECT value FROM latest')).toEqual([{ value: 30 }]);
    });

    it('draining lets what is in hand end and takes in no more', async () => {
      const inHand = new Barrier(2);
      const mayEnd = new Barrier(2);
      const subscription = await service.consume('first.pipeline', async (events, context) => {
        await inHand.arrive();
        await mayEnd.arrive();
        await recordEffect(events, context);
      }, 1);
      await service.send([{ thing: 'in-hand' }]);
      await inHand.arrive();
      const drained = subscription.drain();
      await service.send([{ thing: 'next' }]);
      await mayEnd.arrive();
      await drained;
      expect(await service.effects()).toEqual({ 'in-hand': 1 });
      expect(subscription.attached()).toBe(false);
      const successor = await another();
      await successor.consume('first.pipeline');
      const holder = installation.databaseUrl ? service : successor;
      await eventually(async () => (await holder.effects())['next'] === 1);
    });

    it('a cut connection loses nothing and doubles nothing', async () => {
      await service.consume('first.pipeline', recordEffect, 2);
      for (const part of chunks(things(60), 5)) {
        await service.send(part);
        if (part[0]?.thing === 't020' || part[0]?.thing === 't040') await installation.cut();
      }
      await eventually(async () => Object.keys(await service.effects()).length === 60, { within: 30_000 });
      expect(await service.effects()).toEqual(once(things(60)));
      await eventually(() => bus.isConnected());
    });

    it('a restart of the broker loses nothing and doubles nothing', async () => {
      const subscription = await service.consume('first.pipeline');
      await service.send(things(30, 'before'));
      const restarted = installation.restart();
      if (!installation.databaseUrl) await service.send(things(30, 'during'));
      await restarted;
      const during = installation.databaseUrl ? [] : things(30, 'during');
      await eventually(async () => service.send(things(30, 'after')).then(() => true, () => false), { within: 30_000 });
      const all = [...things(30, 'before'), ...during, ...things(30, 'after')];
      await eventually(async () => Object.keys(await service.effects()).length === all.length, { within: 60_000 });
      expect(await service.effects()).toEqual(once(all));
      await eventually(() => subscription.attached(), { within: 10_000 });
    });

    it('what cannot be read is set aside with its reason, and its neighbours go on', async () => {
      await service.consume('first.pipeline');
      const [good] = frames(things(2));
      const wrongData = JSON.parse(frames([{ thing: 'x' }])[0].body.toString()) as { data: object }[];
      (wrongData[0] as { data: object }).data = { thing: 'x', value: 'not a number' };
      await bus.publishTo('first.pipeline', { ...good, id: 'not-json', body: Buffer.from('{"half') });
      await bus.publishTo('first.pipeline', { ...good, id: 'empty', body: Buffer.alloc(0) });
      await bus.publishTo('first.pipeline', { ...good, id: 'stranger', type: 'nl.gids.nobody.knows.v1' });
      await bus.publishTo('first.pipeline', { ...good, id: 'mixed', body: Buffer.from(JSON.stringify([...wrongData, ...(JSON.parse(good.body.toString()) as object[])])) });
      await eventually(async () => (await service.deadLetters()).length === 4);
      await eventually(async () => Object.keys(await service.effects()).length === 2);
      const letters = (await service.deadLetters()).map(({ messageId, reason }) => `${messageId} ${reason}`).sort();
      expect(letters).toEqual(['empty malformed', 'mixed/0 invalid', 'not-json malformed', 'stranger unknownType']);
    });

    it('a dead letter that is sent again keeps its id and has its effect once', async () => {
      let broken = true;
      await service.consume('first.pipeline', async (events, context) => {
        if (broken && events.some(({ data }) => data.thing === 't001')) throw new TypeError('cannot read this');
        await recordEffect(events, context);
      });
      await service.send(things(4));
      const [letter] = await eventually(async () => service.deadLetters(), { until: (letters) => letters.length === 1 });
      broken = false;
      await redrive(service);
      await eventually(async () => (await service.effects())['t001'] === 1);
      // The same letter once more, as if two people had pressed the button.
      await service.sql().run("UPDATE dead_letter SET state = 'OPEN'");
      await redrive(service);
      await service.send([{ thing: 'later' }]);
      await eventually(async () => (await service.effects())['later'] === 1 && (await bus.depth('first.pipeline')) === 0);
      expect(await service.effects()).toEqual({ ...once(things(4)), later: 1 });
      const { items } = await listDeadLetters(service.sql(), { page: 1, pageSize: 10 });
      expect(items).toMatchObject([{ messageId: letter?.messageId, state: 'REDRIVEN', redrives: 2 }]);
    });

    it('a message that nobody is bound to is refused and stays with its sender', async () => {
      const lost = { ...frames([{ thing: 'a' }])[0], type: 'nl.gids.nobody.listens.v1' };
      await expect(bus.publish(lost)).rejects.toThrow(UnroutableError);
    });

    it('a request gets its answer, and one that nobody answers ends in time', async () => {
      const answering = await connect();
      const served = await (installation.databaseUrl ? bus : answering).serve('first.requests', async (payload) => Buffer.from(`${payload.toString()}!`));
      await eventually(() => served.attached());
      const answers = await Promise.all(['a', 'b', 'c'].map((text) => bus.request('first.requests', Buffer.from(text), 5_000)));
      expect(answers.map(String)).toEqual(['a!', 'b!', 'c!']);
      await expect(bus.request('second.requests', Buffer.from('hello'), 300)).rejects.toThrow(RequestUnanswered);
      await served.drain();
    });
  });
}

function frames(list: readonly { thing: string }[]): [WireMessage, ...WireMessage[]] {
  const events = list.map(({ thing }, index) => ({
    specversion: '1.0' as const,
    id: `019a9f3e-7a10-7cc3-98c4-${String(index).padStart(12, '0')}`,
    source: 'urn:nld:gids:test',
    type: ThingDone.type,
    time: '2026-11-22T00:00:00.000Z',
    subject: thing,
    datacontenttype: 'application/json' as const,
    correlationid: 'test',
    data: { thing, value: 1 },
  }));
  return packFrames(events) as [WireMessage, ...WireMessage[]];
}

async function redrive(service: TestService): Promise<void> {
  await inTransaction(service.orm, (em) => redriveDeadLetters(sqlOf(em), undefined));
  service.poke();
}

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Lets parties wait for each other. */
class Barrier {
  private arrived = 0;
  private open: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));

  constructor(private readonly parties: number) {}

  async arrive(): Promise<void> {
    this.arrived += 1;
    if (this.arrived >= this.parties) this.open();
    await this.opened;
  }
}
