import { createTestVhost, startOwnBroker, TcpProxy, type OwnBroker } from '@gids/testing';
import { RabbitBus } from '../src/index.js';
import { conformanceTopology, describeBusConformance } from './bus-conformance.js';
import { quietLog } from './test-service.js';

let ownBroker: OwnBroker;
let number = 0;

beforeAll(async () => {
  ownBroker = await startOwnBroker();
}, 90_000);

afterAll(async () => {
  await ownBroker.stop();
}, 60_000);

describeBusConformance('RabbitMQ', async () => {
  const address = new URL(ownBroker.url);
  const proxy = await TcpProxy.to(Number(address.port));
  number += 1;
  const prefix = `c${number}.`;
  address.port = String(proxy.port);
  return {
    connect: () => RabbitBus.connect({ url: address.toString(), name: 'conformance', topology: conformanceTopology, log: quietLog, prefix }),
    cut: () => proxy.cut(),
    restart: async () => {
      await ownBroker.stopApp();
      await ownBroker.startApp();
    },
    drop: () => proxy.close(),
  };
});

describe('on a virtual host of the system’s broker RabbitMQ', () => {
  it('creates everything once, also when eight do so at the same time', async () => {
    const vhost = await createTestVhost();
    const connect = () => RabbitBus.connect({ url: vhost.url, prefix: vhost.prefix, name: 'declare', topology: conformanceTopology, log: quietLog });
    const clients = await Promise.all(Array.from({ length: 8 }, connect));
    await expect(Promise.all(clients.map((client) => client.declare()))).resolves.toHaveLength(8);
    await Promise.all(clients.map((client) => client.close()));
    await vhost.drop();
  });
});
