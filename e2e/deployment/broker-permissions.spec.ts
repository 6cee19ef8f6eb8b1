import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { consumption, events, serviceNames, type EventLane, type ServiceName } from '@gids/contracts';
import { pipelineTopology, queueOf, RabbitBus, requestQueueOf, retryDelays, type Log } from '@gids/messaging';
import { createTestVhost, testBroker, type TestVhost } from '@gids/testing';
import { connect, type ConfirmChannel } from 'amqplib';
import { repositoryFile } from './compose-file.js';

interface Definitions {
  readonly vhosts: readonly { name: string }[];
  readonly users: readonly { name: string; tags: readonly string[] }[];
  readonly permissions: readonly { user: string; vhost: string; configure: string; write: string; read: string }[];
  readonly topic_permissions: readonly { user: string; vhost: string; exchange: string; write: string; read: string }[];
}

const definitions = JSON.parse(repositoryFile('deploy/rabbitmq/definitions.json')) as Definitions;
const waiting = retryDelays.map((delay) => `gids.wait.${delay}`);
const lanesOf = (service: ServiceName): string[] =>
  (Object.keys(consumption[service]) as EventLane[]).filter((lane) => consumption[service][lane].length > 0).map((lane) => queueOf(service, lane));
const queuesOf = (service: ServiceName): string[] => [...lanesOf(service).flatMap((queue) => [queue, `${queue}.dead`]), requestQueueOf(service)];
const emittedBy = (service: ServiceName) => events.filter(({ producer }) => producer === service || producer === 'every service');

const permissionOf = (service: ServiceName, kind: 'configure' | 'write' | 'read'): RegExp => {
  const [permission, ...more] = definitions.permissions.filter(({ user }) => user === `gids_${service}`);
  if (!permission || more.length > 0) throw new Error(`definitions.json needs one permission of gids_${service}`);
  return new RegExp(permission[kind]);
};

describe('deploy/rabbitmq/definitions.json', () => {
  it('has one user per service, in a virtual host of its own, without a password and without a right to administer', () => {
    expect(definitions.vhosts).toEqual([{ name: 'gids' }]);
    expect(definitions.users).toEqual(serviceNames.map((name) => ({ name: `gids_${name}`, tags: [] })));
    expect(new Set([...definitions.permissions, ...definitions.topic_permissions].map(({ vhost }) => vhost))).toEqual(new Set(['gids']));
  });

  it.each([...serviceNames])('lets the %s declare the topology, and make nothing else', (service) => {
    const names = ['gids.events', ...waiting, ...serviceNames.flatMap(queuesOf)];
    for (const name of names) expect([name, permissionOf(service, 'configure').test(name)]).toEqual([name, true]);
    for (const name of names) expect([name, permissionOf(service, 'write').test(name)]).toEqual([name, true]);
    for (const name of ['other', 'amq.default', 'amq.topic', '']) expect([name, permissionOf(service, 'configure').test(name)]).toEqual([name, false]);
  });

  it.each([...serviceNames])('lets the %s consume its own queues, and nobody else’s', (service) => {
    for (const owner of serviceNames) {
      for (const queue of queuesOf(owner)) expect([queue, permissionOf(service, 'read').test(queue)]).toEqual([queue, owner === service]);
    }
  });

  it.each([...serviceNames])('lets the %s publish its own events, and nobody else’s', (service) => {
    const rights = definitions.topic_permissions.filter(({ user }) => user === `gids_${service}`);
    expect(rights.map(({ exchange }) => exchange)).toEqual(['gids.events']);
    const allowed = events.filter(({ type }) => new RegExp(rights[0]?.write ?? '').test(type));
    expect(allowed.map(({ name }) => name)).toEqual(emittedBy(service).map(({ name }) => name));
  });
});

const control = '/usr/sbin/rabbitmqctl';
const local = ['127.0.0.1', 'localhost'].includes(new URL(testBroker()).hostname);

if (local && process.getuid?.() === 0 && existsSync(control)) {
  describe('the permissions on a real broker', () => {
    const users = `gids_test_${randomBytes(4).toString('hex')}_`;
    const password = randomBytes(12).toString('hex');
    let vhost: TestVhost;

    beforeAll(async () => {
      vhost = await createTestVhost();
      await importDefinitions(renamed(decodeURIComponent(new URL(vhost.url).pathname.slice(1))));
      const administrator = await busOf(vhost.url);
      await administrator.declare();
      await administrator.close();
    }, 180_000);

    afterAll(async () => {
      for (const name of serviceNames) await rabbitmqctl('delete_user', `${users}${name}`);
      await vhost.drop();
    }, 180_000);

    it.each([...serviceNames])('are enough for all that the %s does', async (service) => {
      const bus = await busOf(urlOf(service));
      await bus.declare();
      const subscriptions = await Promise.all(lanesOf(service).map((queue) => bus.subscribe(queue, async () => 'done', { prefetch: 1 })));
      subscriptions.push(await bus.serve(requestQueueOf(service), async (payload) => payload));
      expect(subscriptions.map((subscription) => subscription.attached())).not.toContain(false);
      expect(String(await bus.request(requestQueueOf(service), Buffer.from('"asked"'), 10_000))).toBe('"asked"');
      for (const { type } of emittedBy(service).filter(({ producer }) => producer === service)) {
        await bus.publish({ id: randomBytes(8).toString('hex'), type, headers: {}, body: Buffer.from('[]') });
      }
      await bus.close();
    });

    it('refuse a service the queue and the events of another', async () => {
      const refused = /ACCESS_REFUSED/;
      await expect(onChannel('fetcher', (channel) => channel.consume('publisher.pipeline', () => undefined))).rejects.toThrow(refused);
      await expect(onChannel('fetcher', (channel) => channel.get('publisher.requests'))).rejects.toThrow(refused);
      await expect(onChannel('fetcher', (channel) => channel.purgeQueue('publisher.pipeline.dead'))).rejects.toThrow(refused);
      await expect(onChannel('fetcher', (channel) => channel.assertQueue('other', { durable: true }))).rejects.toThrow(refused);
      await expect(onChannel('fetcher', (channel) => publish(channel, 'nl.gids.directory.organisation-saved.v1'))).rejects.toThrow(refused);
    });

    function renamed(name: string) {
      const own = <Entry extends { user: string }>(entry: Entry) => ({ ...entry, vhost: name, user: entry.user.replace(/^gids_/, users) });
      return {
        users: definitions.users.map((user) => ({ ...user, name: user.name.replace(/^gids_/, users), password })),
        permissions: definitions.permissions.map(own),
        topic_permissions: definitions.topic_permissions.map(own),
      };
    }

    function urlOf(service: ServiceName): string {
      const url = new URL(vhost.url);
      url.username = `${users}${service}`;
      url.password = password;
      return url.href;
    }

    /** What the broker says when it closes the channel, where the work is refused. */
    async function onChannel(service: ServiceName, work: (channel: ConfirmChannel) => Promise<unknown>): Promise<void> {
      const connection = await connect(urlOf(service));
      try {
        const channel = await connection.createConfirmChannel();
        const closed = new Promise<never>((_, reject) => channel.on('error', reject));
        await Promise.race([closed, work(channel).then(() => channel.waitForConfirms())]);
      } finally {
        await connection.close();
      }
    }
  });
}

function publish(channel: ConfirmChannel, type: string): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.once('error', reject);
    channel.publish('gids.events', type, Buffer.from('[]'), {}, (error) => (error ? undefined : resolve()));
  });
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function busOf(url: string): Promise<RabbitBus> {
  return RabbitBus.connect({ url, name: 'permissions', topology: pipelineTopology, log: silent });
}

async function importDefinitions(content: object): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'gids-definitions-'));
  const file = join(directory, 'definitions.json');
  await writeFile(file, JSON.stringify(content));
  // The program runs as the broker's own user.
  await promisify(execFile)('chmod', ['755', directory]);
  await rabbitmqctl('import_definitions', file);
  await rm(directory, { recursive: true });
}

async function rabbitmqctl(...parameters: string[]): Promise<void> {
  await promisify(execFile)(control, ['--quiet', ...parameters], { timeout: 120_000 });
}
