import { EventsSetAside, RowParsed, type Envelope } from '@gids/contracts';
import { inTransaction, openDatabase, sqlOf } from '@gids/persistence';
import { TcpProxy } from '@gids/testing';
import { keepingLog, StateUnderTest } from '../../conformance/consumer-under-test.js';
import { deliveryOf, frameOf, thingDone } from '../../conformance/frame-events.js';
import { eagerPolicy, recordEffect, ThingDone, type ThingHandler } from '../../conformance/test-service.js';
import {
  messagingEntities,
  messagingMigrations,
  redriveDeadLetters,
  retryDelays,
  Transactions,
  type FrameConsumer,
  type FrameOutcome,
  type MessageHeaders,
  type RetryPolicy,
  type WireMessage,
} from '../index.js';

const run = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const names = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const frameOfThings = (count: number, headers: MessageHeaders = {}) => frameOf(names(count).map((name) => thingDone(name)), headers, 'frame');
const without = (count: number, ...left: string[]) => names(count).filter((name) => !left.includes(name)).sort();
const includes = (events: readonly Envelope<{ thing: string }>[], thing: string) => events.some(({ data }) => data.thing === thing);
const transient = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

/** Fails for its content where this thing is among the events. */
const refusing = (thing: string): ThingHandler => async (events, context) => {
  if (includes(events, thing)) throw new TypeError('cannot read this');
  await recordEffect(events, context);
};

describe('a frame consumer', () => {
  let state: StateUnderTest;

  beforeAll(async () => (state = await StateUnderTest.create()));
  afterAll(() => state.drop());
  beforeEach(() => state.clear());

  /** Hands a message out as a broker does: again, marked as redelivered, each time the process ends. @returns how often it ended */
  async function handOutUntilSettled(message: WireMessage, ...guilty: string[]): Promise<number> {
    for (let deaths = 0; deaths < 40; deaths += 1) {
      const settled = await liveOrDie(state, guilty, (consumer) => consumer.handle(deliveryOf(message, { redelivered: deaths > 0 })));
      if (settled) return deaths;
    }
    throw new Error('The message is handed out for ever');
  }

  async function redrive(): Promise<WireMessage[]> {
    await state.takeOutgoing();
    await inTransaction(state.orm, (em) => redriveDeadLetters(sqlOf(em), undefined));
    return state.takeOutgoing();
  }

  describe('that a bad event comes to', () => {
    it('sets it aside with its reason, and its neighbours have their effect once', async () => {
      const settlement = await state.consumer(refusing('t5')).handle(deliveryOf(frameOfThings(9)));
      expect(settlement).toBe('done');
      expect(await state.effects()).toEqual(without(9, 't5'));
      expect(await state.letters()).toEqual([
        { messageId: expect.stringMatching(/^frame\/[ab]+$/) as string, reason: 'failed', error: 'TypeError: cannot read this', subject: 't5', attempts: 1, state: 'OPEN' },
      ]);
    });

    it('sets several aside, each as a letter of its own', async () => {
      const handler: ThingHandler = async (events, context) => {
        if (includes(events, 't0') || includes(events, 't8')) throw new RangeError('no');
        await recordEffect(events, context);
      };
      await state.consumer(handler).handle(deliveryOf(frameOfThings(9)));
      expect(await state.effects()).toEqual(without(9, 't0', 't8'));
      expect((await state.letters()).map(({ subject }) => subject).sort()).toEqual(['t0', 't8']);
    });

    it('tells the run of it once, also when the frame is handed out again', async () => {
      const frame = frameOfThings(4, { runid: run });
      for (const redelivered of [false, true, true]) await state.consumer(refusing('t1')).handle(deliveryOf(frame, { redelivered }));
      const told = (await state.outbox()).filter(({ type }) => type === EventsSetAside.type).flatMap(({ events }) => events);
      expect(told).toEqual([
        expect.objectContaining({ runid: run, correlationid: run, source: 'urn:nld:gids:mapper', data: { service: 'mapper', eventType: ThingDone.type, count: 1 } }),
      ]);
    });

    it('tells nobody where there is no run, or none that can exist', async () => {
      for (const headers of [{}, { runid: '' }, { runid: 'not-a-run' }, { runid: 'x'.repeat(300) }]) {
        await state.clear();
        await state.consumer(refusing('t0')).handle(deliveryOf(frameOfThings(1, headers)));
        expect(await state.letters()).toHaveLength(1);
        expect(await state.outbox()).toEqual([]);
      }
    });

    it('tells nobody of an event that tells of set-aside events: that would never end', async () => {
      const events = [{ ...thingDone('run', { runid: run }), type: EventsSetAside.type, data: EventsSetAside.example }];
      const message = { ...frameOf(events, { runid: run }), type: EventsSetAside.type };
      const consumer = state.consumer(() => Promise.reject(new TypeError('no')), { lookup: () => EventsSetAside });
      await consumer.handle(deliveryOf(message));
      expect(await state.letters()).toMatchObject([{ reason: 'failed', subject: 'run' }]);
      expect(await state.outbox()).toEqual([]);
    });

    it('keeps what the neighbours told, and nothing that the bad one told', async () => {
      const telling: ThingHandler = async (events, { emit }) => {
        for (const { data } of events) emit(ThingDone, { thing: `${data.thing} was handled`, value: 2 });
        if (includes(events, 't1')) throw new TypeError('no');
      };
      await state.consumer(telling).handle(deliveryOf(frameOfThings(3)));
      const told = (await state.outbox()).flatMap(({ events }) => events.map((event) => (event.data as { thing: string }).thing));
      expect(told).toEqual(['t0 was handled', 't2 was handled']);
    });

    it.each([['a text', 'no', 'no'], ['nothing', undefined, 'undefined'], ['null', null, 'null'], ['a number', 7, '7']])(
      'sets it aside also where %s was thrown',
      async (_, thrown, error) => {
        await state.consumer(() => Promise.reject(thrown as unknown as Error)).handle(deliveryOf(frameOfThings(1)));
        expect(await state.letters()).toMatchObject([{ reason: 'failed', error }]);
      },
    );

    it('sets it aside where its handler caught the error of a statement and went on', async () => {
      const careless: ThingHandler = async (events, context) => {
        await recordEffect(events, context);
        if (includes(events, 't1')) await context.sql.run('SELECT 1/0').catch(() => undefined);
      };
      await state.consumer(careless).handle(deliveryOf(frameOfThings(3)));
      expect(await state.effects()).toEqual(['t0', 't2']);
      expect(await state.letters()).toMatchObject([{ reason: 'failed', subject: 't1' }]);
    });

    it('sets it aside whatever its texts hold', async () => {
      const events = [thingDone('a\0b'), thingDone('half \ud800'), thingDone('good')];
      await state.consumer().handle(deliveryOf(frameOf(events)));
      expect(await state.effects()).toEqual(['good', 'half \ufffd']);
      expect(await state.letters()).toMatchObject([{ reason: 'failed', subject: 'a\ufffdb' }]);
    });

    it('stores an error of any length and with any characters', async () => {
      await state.consumer(() => Promise.reject(new Error(`\0${'x'.repeat(100_000)}`))).handle(deliveryOf(frameOfThings(1)));
      const [letter] = await state.letters();
      expect(letter?.error.startsWith('Error: \ufffdxxx')).toBe(true);
      expect(letter?.error).toHaveLength(4_000);
    });
  });

  describe('that gets what it cannot read', () => {
    it.each([
      ['malformed', 'no JSON', { body: Buffer.from('<html>') }],
      ['unknownType', 'a type that nobody declared', { type: 'nl.gids.nobody.knows.v1' }],
      ['unknownType', 'no type', { type: '' }],
    ])('sets it aside as %s: %s', async (reason, _, parts) => {
      expect(await state.consumer().handle(deliveryOf({ ...frameOfThings(2, { runid: run }), ...parts }))).toBe('done');
      expect(await state.letters()).toMatchObject([{ messageId: 'frame', reason, state: 'OPEN' }]);
    });

    it('sets a type aside that it has no handler for', async () => {
      await state.consumer(recordEffect, { handlerOf: () => undefined }).handle(deliveryOf(frameOfThings(2)));
      expect(await state.letters()).toMatchObject([{ reason: 'unknownType', error: `mapper has no handler for ${ThingDone.type}` }]);
    });

    it('tells the run how many events it must not wait for', async () => {
      await state.consumer(recordEffect, { handlerOf: () => undefined }).handle(deliveryOf(frameOfThings(7, { runid: run })));
      expect((await state.outbox()).flatMap(({ events }) => events)).toMatchObject([{ data: { count: 7 } }]);
    });

    it('sets lists in lists without end aside, as they came', async () => {
      const body = Buffer.from(`[${'['.repeat(100_000)}${']'.repeat(100_000)}]`);
      expect(await state.consumer().handle(deliveryOf({ ...frameOfThings(1), body }))).toBe('done');
      expect(await state.letters()).toMatchObject([{ reason: 'malformed' }]);
      expect(await state.sql().all('SELECT length(payload) AS bytes FROM dead_letter')).toEqual([{ bytes: body.length }]);
    });

    it('sets only the invalid events of a frame aside, once each, however often it is handed out', async () => {
      const frame = frameOf([{ no: 'event' }, thingDone('a'), { ...thingDone('b'), data: 7 }], { runid: run }, 'frame');
      for (const redelivered of [false, true]) await state.consumer().handle(deliveryOf(frame, { redelivered }));
      expect(await state.effects()).toEqual(['a']);
      expect(await state.letters()).toMatchObject([{ messageId: 'frame/0', reason: 'invalid' }, { messageId: 'frame/2', reason: 'invalid' }]);
      expect((await state.outbox()).map(({ type }) => type)).toEqual([EventsSetAside.type, EventsSetAside.type]);
    });

    it('opens the letter of an invalid event again when it comes back as bad as it was', async () => {
      await state.consumer().handle(deliveryOf(frameOf([thingDone('a'), { no: 'event' }], {}, 'frame')));
      for (const redrives of [1, 2]) {
        const [message] = await redrive();
        await state.consumer().handle(deliveryOf(message as WireMessage));
        expect(await state.sql().all('SELECT message_id, state, redrives FROM dead_letter')).toEqual([{ message_id: 'frame/1', state: 'OPEN', redrives }]);
      }
    });
  });

  describe('whose work fails for a passing reason', () => {
    it('climbs the ladder and keeps the headers', async () => {
      const settlement = await state.consumer(() => Promise.reject(transient())).handle(deliveryOf(frameOfThings(3, { runid: run, attempt: 2 })));
      expect(settlement).toEqual({ retryAfter: retryDelays[2], headers: { runid: run, attempt: 3 } });
      expect(await state.inbox()).toEqual({});
      expect(await state.letters()).toEqual([]);
    });

    it('looks for the guilty event at the end of the ladder, and sets only that one aside', async () => {
      const handler: ThingHandler = async (events, context) => {
        if (includes(events, 't3')) throw transient();
        await recordEffect(events, context);
      };
      const settlement = await state.consumer(handler).handle(deliveryOf(frameOfThings(5, { runid: run, attempt: retryDelays.length })));
      expect(settlement).toBe('done');
      expect(await state.effects()).toEqual(without(5, 't3'));
      expect(await state.letters()).toMatchObject([{ reason: 'exhausted', subject: 't3', attempts: retryDelays.length + 1 }]);
      expect((await state.outbox()).flatMap(({ events }) => events)).toMatchObject([{ data: { count: 1 } }]);
    });

    it('has each effect once where a half is put off and the whole comes back', async () => {
      let broken = true;
      const handler: ThingHandler = async (events, context) => {
        if (broken && events.length === 4) throw new TypeError('fails as a whole');
        if (broken && includes(events, 't3')) throw transient();
        await recordEffect(events, context);
      };
      const settlement = await state.consumer(handler).handle(deliveryOf(frameOfThings(4)));
      expect(settlement).toMatchObject({ headers: { attempt: 1 } });
      expect(await state.effects()).toEqual(['t0', 't1']);
      broken = false;
      for (const redelivered of [false, true]) {
        expect(await state.consumer(handler).handle(deliveryOf(frameOfThings(4, { attempt: 1 }), { redelivered }))).toBe('done');
        expect(await state.effects()).toEqual(names(4));
      }
    });

    it('has each effect once where a half was given up, and the letter is sent again', async () => {
      const handler: ThingHandler = async (events, context) => {
        if (events.length === 4) throw new TypeError('fails as a whole');
        if (includes(events, 't3')) throw transient();
        await recordEffect(events, context);
      };
      await state.consumer(handler).handle(deliveryOf(frameOfThings(4)));
      await state.consumer(handler).handle(deliveryOf(frameOfThings(4), { givenUp: true }));
      expect(await state.letters()).toMatchObject([{ messageId: 'frame', reason: 'crashed' }]);
      const [message] = await redrive();
      await state.consumer().handle(deliveryOf(message as WireMessage));
      expect(await state.effects()).toEqual(names(4));
    });

    it('waits for a database that is away without a rung, and is done when it is back', async () => {
      const proxy = await TcpProxy.to(Number(new URL(state.databaseUrl).port || 5432));
      const url = new URL(state.databaseUrl);
      url.host = `127.0.0.1:${proxy.port}`;
      const orm = await openDatabase({ url: url.href, definition: { schema: 'state', entities: messagingEntities, migrations: messagingMigrations } });
      const policy = { inPlace: 2, whileUnavailable: 3, crashes: 3, pause: async () => undefined, random: () => 0.5 };
      const through = { orm, transactions: new Transactions('mapper', orm, { poke: () => undefined }), policy };
      const cutting: ThingHandler = async (events, context) => {
        proxy.cut();
        await recordEffect(events, context);
      };
      const settlement = await state.consumer(cutting, through).handle(deliveryOf(frameOfThings(3, { attempt: 1 })));
      expect(settlement).toEqual({ retryAfter: retryDelays[1], headers: { attempt: 1 } });
      expect(await state.effects()).toEqual([]);
      expect(await state.consumer(recordEffect, through).handle(deliveryOf(frameOfThings(3, { attempt: 1 })))).toBe('done');
      expect(await state.effects()).toEqual(names(3));
      expect(await state.letters()).toEqual([]);
      await orm.close();
      await proxy.close();
    });

    it('gives the message back where not even a dead letter can be stored', async () => {
      await state.sql().run('ALTER TABLE dead_letter RENAME TO hidden');
      const handling = state.consumer(refusing('t0')).handle(deliveryOf(frameOfThings(1)));
      await expect(handling).rejects.toMatchObject({ code: '42P01' });
      await state.sql().run('ALTER TABLE hidden RENAME TO dead_letter');
      await state.consumer(refusing('t0')).handle(deliveryOf(frameOfThings(1), { redelivered: true }));
      expect(await state.letters()).toMatchObject([{ reason: 'failed' }]);
    });
  });

  describe('that the process ends on', () => {
    it.each([[1], [2], [9], [100]])('finds the guilty event among %i, while every neighbour has its effect once, in few deaths', async (count) => {
      const guilty = `t${Math.floor(count / 2)}`;
      const deaths = await handOutUntilSettled(frameOfThings(count, { runid: run }), guilty);
      expect(await state.effects()).toEqual(without(count, guilty));
      expect(await state.letters()).toMatchObject([{ reason: 'crashed', subject: guilty, attempts: 3 }]);
      expect((await state.outbox()).flatMap(({ events }) => events)).toMatchObject([{ data: { count: 1 } }]);
      expect(deaths).toBeLessThanOrEqual(8);
    });

    it('finds two guilty ones in one frame, in fewer deaths than a broker allows', async () => {
      const deaths = await handOutUntilSettled(frameOfThings(8), 't2', 't6');
      expect(await state.effects()).toEqual(without(8, 't2', 't6'));
      expect((await state.letters()).map(({ subject, reason }) => `${subject} ${reason}`).sort()).toEqual(['t2 crashed', 't6 crashed']);
      expect(deaths).toBeLessThan(20);
    });

    it('does not blame what was merely handed out again, as after a lost connection', async () => {
      const frame = frameOfThings(3);
      for (let delivery = 0; delivery < 12; delivery += 1) await state.consumer().handle(deliveryOf(frame, { redelivered: true }));
      expect(await state.effects()).toEqual(names(3));
      expect(await state.letters()).toEqual([]);
    });

    it('does not blame a neighbour that was in hand at the same time', async () => {
      const innocent = frameOf([thingDone('innocent')], {}, 'innocent');
      const guilty = frameOf([thingDone('guilty')], {}, 'guilty');
      let alive = false;
      for (let deaths = 0; deaths < 4 && !alive; deaths += 1) {
        expect(await state.inbox()).not.toHaveProperty('innocent');
        alive = await liveOrDie(state, ['guilty'], (consumer) =>
          Promise.all([guilty, innocent].map((message) => consumer.handle(deliveryOf(message, { redelivered: true })))),
        );
      }
      expect(await state.effects()).toEqual(['innocent']);
      expect(await state.letters()).toMatchObject([{ subject: 'guilty', reason: 'crashed' }]);
    });

    it('can be tried again by a redrive when it was mended', async () => {
      await handOutUntilSettled(frameOfThings(3), 't1');
      const [message] = await redrive();
      expect(message).toMatchObject({ headers: { attempt: 0 } });
      expect(await state.consumer().handle(deliveryOf(message as WireMessage, { redelivered: true }))).toBe('done');
      expect(await state.effects()).toEqual(names(3));
    });

    it('sets aside whole what the bus gave up, and tells the run', async () => {
      expect(await state.consumer().handle(deliveryOf(frameOfThings(3, { runid: run }), { givenUp: true, redelivered: true }))).toBe('done');
      expect(await state.effects()).toEqual([]);
      expect(await state.letters()).toMatchObject([{ messageId: 'frame', reason: 'crashed', state: 'OPEN' }]);
      expect((await state.outbox()).flatMap(({ events }) => events)).toMatchObject([{ data: { count: 3 } }]);
    });

    it('leaves what the bus gave up but was done already', async () => {
      await state.consumer().handle(deliveryOf(frameOfThings(3, { runid: run })));
      await state.consumer().handle(deliveryOf(frameOfThings(3, { runid: run }), { givenUp: true }));
      expect(await state.letters()).toEqual([]);
      expect(await state.outbox()).toEqual([]);
    });
  });

  describe('beside another one with the same message', () => {
    it('has each effect once', async () => {
      const frame = frameOfThings(20);
      const settlements = await Promise.all([false, true, true, false].map((redelivered) => state.consumer().handle(deliveryOf(frame, { redelivered }))));
      expect(settlements).toEqual(['done', 'done', 'done', 'done']);
      expect(await state.effects()).toEqual(without(20));
    });

    it('has each effect once where the other one fails on the whole and halves it', async () => {
      const frame = frameOfThings(8);
      const moody: ThingHandler = async (events, context) => {
        if (events.length === 8) throw new TypeError('not today');
        await recordEffect(events, context);
      };
      for (let round = 0; round < 5; round += 1) {
        await state.clear();
        await Promise.all([state.consumer(moody).handle(deliveryOf(frame)), state.consumer().handle(deliveryOf(frame, { redelivered: true }))]);
        expect(await state.effects()).toEqual(names(8));
        expect(await state.letters()).toEqual([]);
      }
    });

    it('has each effect once where both set the same event aside', async () => {
      const frame = frameOfThings(8, { runid: run });
      await Promise.all([true, true, true].map((redelivered) => state.consumer(refusing('t6')).handle(deliveryOf(frame, { redelivered }))));
      expect(await state.effects()).toEqual(without(8, 't6'));
      expect(await state.letters()).toHaveLength(1);
      expect(await state.outbox()).toHaveLength(1);
    });
  });

  it('gives its handler the transaction, and what it tells follows from the events', async () => {
    const cause = thingDone('a', { runid: run, runsequence: 7, traceparent: 'trace' });
    await state.consumer(async ([event], { emit, definition }) => {
      expect(definition).toBe(ThingDone);
      emit(ThingDone, { thing: `after ${event?.data.thing}`, value: 2 });
    }).handle(deliveryOf(frameOf([cause])));
    expect((await state.outbox())[0]?.events).toMatchObject([
      { runid: run, runsequence: 7, correlationid: 'test', causationid: cause.id, traceparent: 'trace', data: { thing: 'after a' } },
    ]);
  });

  it('counts what became of frames, by types that were declared only', async () => {
    const seen: FrameOutcome[] = [];
    const consumer = state.consumer(refusing('t0'), { observe: (outcome) => seen.push(outcome) });
    await consumer.handle(deliveryOf(frameOf([thingDone('a')], {}, 'good')));
    await consumer.handle(deliveryOf(frameOf([thingDone('a')], {}, 'good')));
    await consumer.handle(deliveryOf(frameOfThings(1)));
    await consumer.handle(deliveryOf({ ...frameOfThings(1), id: 'strange', type: 'jan@example.nl' }));
    await consumer.handle(deliveryOf({ ...frameOfThings(1), id: 'lost' }, { givenUp: true }));
    expect(seen.map(({ type, outcome }) => [type, outcome])).toEqual([
      [ThingDone.type, 'ok'],
      [ThingDone.type, 'duplicate'],
      [ThingDone.type, 'dead'],
      ['unknown', 'dead'],
      [ThingDone.type, 'dead'],
    ]);
  });

  it('says in the log what was set aside, by its ids and without its data', async () => {
    const { log, said } = keepingLog();
    await state.consumer(refusing('t1'), { log }).handle(deliveryOf(frameOfThings(2)));
    expect(said.filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', text: 'event is set aside', fields: expect.objectContaining({ messageId: 'frame/b', type: ThingDone.type, subject: 't1', reason: 'failed' }) as object },
    ]);
    expect(said.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual(['frame is handled in parts']);
  });

  it('does not take an event of another type for its own', async () => {
    const events = [{ ...thingDone('a'), type: RowParsed.type, data: RowParsed.example }];
    await state.consumer().handle(deliveryOf(frameOf(events)));
    expect(await state.letters()).toMatchObject([{ reason: 'invalid' }]);
    expect(await state.effects()).toEqual([]);
  });
});

let processes = 0;

/**
 * Lets a consumer work as if in a process of its own, which ends when a guilty thing is in hand: its transactions are
 * gone, and nothing of it moves any more.
 * @returns whether it lived
 */
async function liveOrDie(state: StateUnderTest, guilty: readonly string[], work: (consumer: FrameConsumer) => Promise<unknown>): Promise<boolean> {
  processes += 1;
  const applicationName = `process ${processes}`;
  const definition = { schema: 'state', entities: messagingEntities, migrations: messagingMigrations };
  const orm = await openDatabase({ url: state.databaseUrl, definition, applicationName });
  const never = new Promise<never>(() => undefined);
  let dead = false;
  const outcome = await new Promise<'alive' | 'dead'>((resolve, reject) => {
    const handler: ThingHandler = async (events, context) => {
      await recordEffect(events, context);
      if (!guilty.some((thing) => includes(events, thing))) return;
      dead = true;
      await state.sql().all('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [applicationName]);
      resolve('dead');
      await never;
    };
    const policy: RetryPolicy = { ...eagerPolicy, pause: (milliseconds) => (dead ? never : eagerPolicy.pause(milliseconds)) };
    const transactions = new Transactions('mapper', orm, { poke: () => undefined });
    work(state.consumer(handler, { orm, transactions, policy })).then(() => resolve('alive'), reject);
  });
  if (outcome === 'alive') await orm.close();
  return outcome === 'alive';
}
