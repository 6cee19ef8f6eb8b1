import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'amqplib';
import { createTestVhost } from './rabbitmq.js';

it('gives a place in the broker that a second one does not see, and removes it', async () => {
  const [one, other] = await Promise.all([createTestVhost(), createTestVhost()]);
  const [here, there] = await Promise.all([connect(one.url), connect(other.url)]);
  await (await here.createChannel()).assertQueue(`${one.prefix}queue`, { durable: true });
  const channel = await there.createChannel();
  channel.on('error', () => undefined);
  await expect(channel.checkQueue(`${other.prefix}queue`)).rejects.toMatchObject({ code: 404 });
  await Promise.all([here.close(), there.close()]);
  await Promise.all([one.drop(), other.drop()]);
  if (one.prefix === '') await expect(connect(one.url)).rejects.toThrow();
});

it('asks the management plug-in first, with the credentials of the broker', async () => {
  const asked: string[] = [];
  const plugin = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(503).end();
  }).listen(0, '127.0.0.1');
  await once(plugin, 'listening');
  process.env['GIDS_TEST_RABBITMQ_API'] = `http://127.0.0.1:${(plugin.address() as AddressInfo).port}`;
  try {
    const vhost = await createTestVhost();
    expect(asked).toEqual([expect.stringMatching(/^PUT \/api\/vhosts\/gids-test-[0-9a-f]{16} Basic Z3Vlc3Q6Z3Vlc3Q=$/)]);
    await vhost.drop();
  } finally {
    delete process.env['GIDS_TEST_RABBITMQ_API'];
    plugin.close();
  }
});
