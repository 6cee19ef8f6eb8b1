import { createTestVhost, eventually, TcpProxy, type TestVhost } from '@gids/testing';
import type { ChannelModel } from 'amqplib';
import { quietLog } from '../../conformance/test-service.js';
import { RabbitConnection } from './connection.js';

describe('a connection to RabbitMQ', () => {
  let vhost: TestVhost;
  let proxy: TcpProxy;
  let connection: RabbitConnection | undefined;

  beforeAll(async () => (vhost = await createTestVhost()));
  afterAll(() => vhost.drop());
  beforeEach(async () => {
    proxy = await TcpProxy.to(Number(new URL(vhost.url).port));
    connection = undefined;
  });
  afterEach(async () => {
    await connection?.close();
    await proxy.close();
  });

  const url = (more = '') => {
    const address = new URL(vhost.url);
    address.port = String(proxy.port);
    return `${address.toString()}${more}`;
  };
  const heartbeatOf = (model: ChannelModel) => (model as unknown as { connection: { heartbeat: number } }).connection.heartbeat;

  it.each([
    ['ten seconds, unless the address tells otherwise', '', 10],
    ['what the address tells', '?heartbeat=5', 5],
  ])('has a heartbeat of %s', async (_, more, seconds) => {
    const heartbeats: number[] = [];
    connection = await RabbitConnection.open(url(more), 'test', quietLog, async (model) => void heartbeats.push(heartbeatOf(model)));
    expect(heartbeats).toEqual([seconds]);
  });

  it('survives that it is cut while its channels are made, and comes back', async () => {
    let attempts = 0;
    connection = await RabbitConnection.open(url(), 'test', quietLog, async (model) => {
      attempts += 1;
      if (attempts > 3) return;
      const closed = new Promise((resolve) => void model.on('close', resolve));
      proxy.cut();
      await closed;
      await model.createChannel();
    });
    expect(attempts).toBe(4);
    expect(connection.isConnected()).toBe(true);
  });

  it('makes its channels anew after a cut', async () => {
    let made = 0;
    connection = await RabbitConnection.open(url(), 'test', quietLog, async () => void (made += 1));
    proxy.cut();
    await eventually(() => made === 2);
    expect(await eventually(() => connection?.isConnected())).toBe(true);
  });

  it('notices a peer that says nothing any more, and comes back', async () => {
    let made = 0;
    connection = await RabbitConnection.open(url('?heartbeat=1'), 'test', quietLog, async () => void (made += 1));
    proxy.blackhole();
    expect(await eventually(() => connection?.isConnected() === false)).toBe(true);
    proxy.restore();
    expect(await eventually(() => made === 2 && connection?.isConnected())).toBe(true);
  });

  it('can be closed while the broker is away', async () => {
    connection = await RabbitConnection.open(url(), 'test', quietLog, async () => undefined);
    proxy.pause();
    proxy.cut();
    await eventually(() => connection?.isConnected() === false);
    await connection.close();
    expect(connection.isConnected()).toBe(false);
  });

  it('can be closed while the peer says nothing any more', async () => {
    connection = await RabbitConnection.open(url(), 'test', quietLog, async () => undefined);
    proxy.blackhole();
    await connection.close();
    expect(connection.isConnected()).toBe(false);
  });
});
