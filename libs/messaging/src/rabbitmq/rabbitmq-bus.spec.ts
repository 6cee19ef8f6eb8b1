import { createTestVhost, eventually, TcpProxy, type TestVhost } from '@gids/testing';
import { connect, type Channel, type ChannelModel } from 'amqplib';
import { conformanceTopology } from '../../conformance/bus-conformance.js';
import { keepingLog } from '../../conformance/consumer-under-test.js';
import { frameOf, thingDone } from '../../conformance/frame-events.js';
import { quietLog, ThingDone } from '../../conformance/test-service.js';
import { RabbitBus, RequestUnanswered, retryDelays, UnroutableError, type Delivery, type Settlement } from '../index.js';

const run = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const pipelineArguments = {
  'x-queue-type': 'quorum',
  'x-dead-letter-exchange': '',
  'x-dead-letter-routing-key': 'first.pipeline.dead',
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish',
  'x-delivery-limit': 20,
};

const allQueues = [
  ...retryDelays.map((delay) => `gids.wait.${delay}`),
  ...conformanceTopology.queues.flatMap(({ name }) => [name, `${name}.dead`]),
  ...conformanceTopology.requestQueues,
];

describe('RabbitMQ as a bus', () => {
  let vhost: TestVhost;
  let proxy: TcpProxy;
  let bus: RabbitBus;
  let model: ChannelModel;
  let raw: Channel;

  beforeAll(async () => (vhost = await createTestVhost()));
  afterAll(() => vhost.drop());

  beforeEach(async () => {
    proxy = await TcpProxy.to(Number(new URL(vhost.url).port));
    bus = await open();
    await bus.declare();
    model = await connect(vhost.url);
    raw = await model.createChannel();
    raw.on('error', () => undefined);
    for (const queue of allQueues) await raw.purgeQueue(name(queue));
  });

  afterEach(async () => {
    await bus.close();
    await model.close();
    await proxy.close();
  });

  /** Every connection ends, and new ones get no answer until `proxy.restore()`. */
  const takeAway = () => {
    proxy.pause();
    proxy.cut();
  };
  const name = (queue: string) => `${vhost.prefix}${queue}`;

  async function open(parts: { confirmTimeout?: number; log?: typeof quietLog } = {}): Promise<RabbitBus> {
    const address = new URL(vhost.url);
    address.port = String(proxy.port);
    return RabbitBus.connect({ url: address.toString(), name: 'test', topology: conformanceTopology, prefix: vhost.prefix, log: quietLog, ...parts });
  }

  /** Consumes and notes what came. */
  async function collect(queue: string, settle: (delivery: Delivery, count: number) => Promise<Settlement> = async () => 'done', prefetch = 4) {
    const deliveries: Delivery[] = [];
    const subscription = await bus.subscribe(queue, (delivery) => settle(delivery, deliveries.push(delivery)), { prefetch });
    return { deliveries, subscription, ids: () => deliveries.map(({ message }) => message.id) };
  }

  const waiting = async (queue: string) => (await raw.checkQueue(name(queue))).messageCount;

  describe('declares its queues so that', () => {
    it('they are replicated, keep what they cannot place, and give up what consumers keep dying on', async () => {
      const asserted = raw.assertQueue(name('first.pipeline'), { durable: true, arguments: { ...pipelineArguments, 'x-dead-letter-routing-key': name('first.pipeline.dead') } });
      await expect(asserted).resolves.toMatchObject({ queue: name('first.pipeline') });
    });

    it.each(Object.keys(pipelineArguments))('nobody can declare them with another %s', async (argument) => {
      const other = argument === 'x-delivery-limit' ? 7 : argument === 'x-queue-type' ? 'classic' : 'other';
      const valid = { 'x-overflow': 'drop-head', 'x-dead-letter-strategy': 'at-most-once' }[argument] ?? other;
      const asserted = raw.assertQueue(name('first.pipeline'), {
        durable: true,
        arguments: { ...pipelineArguments, 'x-dead-letter-routing-key': name('first.pipeline.dead'), [argument]: valid },
      });
      await expect(asserted).rejects.toMatchObject({ code: 406, message: expect.stringContaining(argument) as string });
    });

    it('everybody can declare them again', async () => {
      await Promise.all([bus.declare(), bus.declare(), bus.declare()]);
      expect(await waiting('first.pipeline')).toBe(0);
    });

    it('one that is there with other arguments is told by its name', async () => {
      await raw.deleteQueue(name('second.pipeline'));
      await raw.assertQueue(name('second.pipeline'), { durable: true });
      const declaring = bus.declare().catch((error: unknown) => error);
      expect(String(await declaring)).toMatch(/RabbitMQ kent een wachtrij of exchange al met andere eigenschappen: .*'x-.*' for queue '.*second\.pipeline' .*GIDS_BROKER_PREFIX/);
      raw = await model.createChannel();
      await raw.deleteQueue(name('second.pipeline'));
    });
  });

  describe('publishes so that', () => {
    it('every bound queue gets a copy, with all that stands beside it', async () => {
      const frame = frameOf([thingDone('a')], { runid: run, attempt: 2, traceparent: 'trace' });
      await bus.publish(frame);
      const [first, second] = [await collect('first.pipeline'), await collect('second.pipeline')];
      await eventually(() => first.deliveries.length + second.deliveries.length === 2);
      for (const { deliveries } of [first, second]) expect(deliveries).toEqual([{ message: frame, redelivered: false, givenUp: false }]);
    });

    it('a type that nobody is bound to is refused, also after others went well', async () => {
      await bus.publish(frameOf([thingDone('a')]));
      await raw.unbindQueue(name('first.pipeline'), name('gids.events'), ThingDone.type);
      await raw.unbindQueue(name('second.pipeline'), name('gids.events'), ThingDone.type);
      const frame = frameOf([thingDone('b')]);
      await expect(bus.publish(frame)).rejects.toThrow(UnroutableError);
      await bus.declare();
      await expect(bus.publish(frame)).resolves.toBeUndefined();
      await expect(bus.publishTo('nowhere', frame)).rejects.toThrow(UnroutableError);
    });

    it('what is not confirmed in time is told, and may have arrived', async () => {
      const hasty = await open({ confirmTimeout: 200 });
      proxy.pause();
      await expect(hasty.publish(frameOf([thingDone('a')]))).rejects.toThrow('took longer than 200 ms');
      proxy.restore();
      const { deliveries } = await collect('first.pipeline');
      expect(await eventually(() => deliveries.length)).toBe(1);
      await hasty.close();
    });

    it('what is published while there is no connection is refused at once, and later is taken', async () => {
      takeAway();
      await eventually(() => !bus.isConnected());
      await expect(bus.publish(frameOf([thingDone('a')]))).rejects.toThrow('no connection');
      proxy.restore();
      await eventually(() => bus.isConnected());
      await expect(bus.publish(frameOf([thingDone('a')]))).resolves.toBeUndefined();
    });

    it('an exchange that was deleted costs a moment, not all that is published after it', async () => {
      await raw.deleteExchange(name('gids.events'));
      await expect(bus.publish(frameOf([thingDone('a')]))).rejects.toThrow();
      await bus.declare();
      await eventually(() => bus.publish(frameOf([thingDone('b')])).then(() => true));
      expect(bus.isConnected()).toBe(true);
      const request = bus.request('first.requests', Buffer.from('?'), 5_000);
      await bus.serve('first.requests', async () => Buffer.from('!'));
      expect(String(await request)).toBe('!');
    });
  });

  describe('consumes so that', () => {
    it('no more than the prefetch is in hand', async () => {
      const { promise: mayEnd, resolve: end } = Promise.withResolvers<Settlement>();
      const { deliveries } = await collect('first.pipeline', () => mayEnd, 3);
      for (let count = 0; count < 10; count += 1) await bus.publish(frameOf([thingDone(`t${count}`)]));
      await eventually(async () => deliveries.length === 3 && (await waiting('first.pipeline')) === 7);
      end('done');
      expect(await eventually(() => deliveries.length === 10)).toBe(true);
    });

    it('what is put off comes back to its own queue only, with its headers and its id', async () => {
      const first = await collect('first.pipeline', async ({ message }, count) =>
        count === 1 ? { retryAfter: retryDelays[0], headers: { ...message.headers, attempt: 1 } } : 'done',
      );
      const second = await collect('second.pipeline');
      const frame = frameOf([thingDone('a')], { runid: run, traceparent: 'trace' });
      await bus.publish(frame);
      await eventually(() => first.deliveries.length === 2);
      expect(first.deliveries[1]).toEqual({ message: { ...frame, headers: { runid: run, traceparent: 'trace', attempt: 1 } }, redelivered: false, givenUp: false });
      expect(second.ids()).toEqual([frame.id]);
      expect(await waiting('second.pipeline')).toBe(0);
    });

    it('a delivery whose handler fails is handed out again, and known as such', async () => {
      const { deliveries } = await collect('first.pipeline', async (_, count) => {
        if (count === 1) throw new Error('dead letters cannot be stored');
        return 'done';
      });
      await bus.publish(frameOf([thingDone('a')]));
      await eventually(() => deliveries.length === 2);
      expect(deliveries.map(({ redelivered }) => redelivered)).toEqual([false, true]);
    });

    it('what is handed out in vain too often is given up, and handed over as such', async () => {
      const { deliveries } = await collect('first.pipeline', async ({ givenUp }) => {
        if (!givenUp) throw new Error('no');
        return 'done';
      });
      const frame = frameOf([thingDone('a')], { runid: run });
      await bus.publish(frame);
      await eventually(() => deliveries.some(({ givenUp }) => givenUp), { within: 30_000 });
      expect(deliveries.at(-1)).toEqual({ message: frame, redelivered: false, givenUp: true });
      expect(deliveries).toHaveLength(22);
      await eventually(async () => (await waiting('first.pipeline')) + (await waiting('first.pipeline.dead')) === 0);
    });

    it('what was given up and cannot be set aside waits a minute, however often that happens', async () => {
      await raw.sendToQueue(name('first.pipeline.dead'), frameOf([thingDone('a')]).body, { messageId: 'a', type: ThingDone.type });
      await collect('first.pipeline', async () => Promise.reject(new Error('dead letters cannot be stored')));
      await eventually(async () => (await waiting('gids.wait.60000')) === 1);
      expect(await waiting('first.pipeline.dead')).toBe(0);
    });

    it('a message of a stranger gets an id of its own, and its headers are read for what they are', async () => {
      const { deliveries } = await collect('first.pipeline');
      raw.sendToQueue(name('first.pipeline'), Buffer.from('hello'));
      raw.sendToQueue(name('first.pipeline'), Buffer.from('hello'), {
        messageId: 'a\0b',
        type: 'c\0d',
        headers: { runid: 7, attempt: 'many', traceparent: 'e\0f', password: 'x' },
      });
      await eventually(() => deliveries.length === 2);
      const messages = deliveries.map(({ message }) => message);
      expect(messages[0]).toMatchObject({ id: expect.stringMatching(/^unnamed-.+-1$/) as string, type: '', headers: {} });
      expect(messages[1]).toMatchObject({ id: 'a\ufffdb', type: 'c\ufffdd', headers: { traceparent: 'e\ufffdf' } });
      expect(Object.keys(messages[1]?.headers ?? {})).toEqual(['traceparent']);
    });

    it('a queue that is deleted is made and consumed again', async () => {
      const { deliveries, subscription } = await collect('first.pipeline');
      await raw.deleteQueue(name('first.pipeline'));
      await eventually(() => !subscription.attached());
      await eventually(() => subscription.attached());
      await bus.publish(frameOf([thingDone('a')]));
      expect(await eventually(() => deliveries.length)).toBe(1);
    });

    it('a queue that is deleted after the connection was lost once is made and consumed again', async () => {
      const { deliveries, subscription } = await collect('first.pipeline');
      const other = await collect('second.pipeline');
      proxy.cut();
      await eventually(() => !subscription.attached());
      await eventually(() => subscription.attached() && other.subscription.attached());
      for (let round = 1; round <= 4; round += 1) {
        await raw.deleteQueue(name('first.pipeline'));
        await eventually(() => !subscription.attached());
        await eventually(() => subscription.attached());
        await eventually(() => bus.publish(frameOf([thingDone('a')])).then(() => true));
        expect(await eventually(() => deliveries.length === round)).toBe(true);
      }
    });

    it('a queue that is deleted again and again, while it is being attached, ends attached', async () => {
      const { deliveries, subscription } = await collect('first.pipeline');
      const deleting = await model.createChannel();
      for (let round = 0; round < 20; round += 1) await deleting.deleteQueue(name('first.pipeline'));
      await eventually(async () => {
        await bus.publish(frameOf([thingDone('a')]));
        return deliveries.length > 0;
      });
      expect(subscription.attached()).toBe(true);
    });
  });

  describe('answers requests so that', () => {
    it('a lost reply does not make the request happen again', async () => {
      let carriedOut = 0;
      const { log, said } = keepingLog();
      const answering = await open({ log });
      await answering.serve('first.requests', async () => {
        carriedOut += 1;
        await raw.deleteExchange(name('gids.events'));
        await answering.publish(frameOf([thingDone('a')])).catch(() => undefined);
        return Buffer.from('done');
      });
      await expect(bus.request('first.requests', Buffer.from('do it'), 1_000)).rejects.toThrow(RequestUnanswered);
      await eventually(() => said.some(({ text }) => text === 'reply was lost'));
      await bus.declare();
      await eventually(() => answering.isConnected());
      await answering.close();
      expect(await waiting('first.requests')).toBe(0);
      expect(carriedOut).toBe(1);
    });

    it('a question that nobody takes is not carried out after its time', async () => {
      await expect(bus.request('first.requests', Buffer.from('old'), 100)).rejects.toThrow(RequestUnanswered);
      const asked: string[] = [];
      await bus.serve('first.requests', async (payload) => {
        asked.push(String(payload));
        return payload;
      });
      await bus.request('first.requests', Buffer.from('new'), 5_000);
      expect(asked).toEqual(['new']);
    });

    it('a service that has no queue is told at once', async () => {
      await expect(bus.request('third.requests', Buffer.from('?'), 60_000)).rejects.toThrow(/^Nobody serves .*third\.requests$/);
    });

    it('who waits when the connection is lost is told', async () => {
      const asking = bus.request('first.requests', Buffer.from('?'), 30_000).catch((error: unknown) => error);
      await eventually(async () => (await waiting('first.requests')) === 1);
      proxy.cut();
      expect(await asking).toBeInstanceOf(RequestUnanswered);
      await eventually(() => bus.isConnected());
    });
  });

  describe('closes so that', () => {
    it('what is in hand is finished and acknowledged first', async () => {
      const { promise: mayEnd, resolve: end } = Promise.withResolvers<Settlement>();
      const closing = await open();
      let [begun, ended] = [0, 0];
      await closing.subscribe('first.pipeline', async () => {
        begun += 1;
        const settlement = await mayEnd;
        ended += 1;
        return settlement;
      }, { prefetch: 2 });
      for (const thing of ['a', 'b', 'c']) await bus.publish(frameOf([thingDone(thing)]));
      await eventually(async () => begun === 2 && (await waiting('first.pipeline')) === 1);
      const closed = closing.close();
      end('done');
      await closed;
      expect([begun, ended]).toEqual([2, 2]);
      const { deliveries } = await collect('first.pipeline');
      await eventually(() => deliveries.length === 1);
      expect(deliveries[0]?.redelivered).toBe(false);
    });

    it('it ends also when the broker is away', async () => {
      const closing = await open();
      await closing.subscribe('first.pipeline', async () => 'done', { prefetch: 2 });
      takeAway();
      await eventually(() => !closing.isConnected());
      await closing.close();
      proxy.restore();
      await eventually(() => bus.isConnected());
      expect((await raw.checkQueue(name('first.pipeline'))).consumerCount).toBe(0);
    });
  });
});
