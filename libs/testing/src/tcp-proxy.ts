import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Mode = 'forward' | 'pause' | 'blackhole';

/**
 * Stands between a program and a server on this machine (AMQP, PostgreSQL, SMTP, HTTP) and lets a test break the line.
 *
 * Example: `const proxy = await TcpProxy.to(5672)`, connect to `proxy.port`, then `proxy.cut()`.
 */
export class TcpProxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private mode: Mode = 'forward';

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {
    server.on('connection', (client: Socket) => this.accept(client));
  }

  /** Listens on a free port of 127.0.0.1 and forwards to `targetPort` there. */
  static async to(targetPort: number): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, targetPort);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Breaks every connection at once, without a goodbye; new ones are welcome. */
  cut(): void {
    for (const socket of [...this.pairs].flat()) socket.resetAndDestroy();
  }

  /** Holds all bytes back, in both directions, like a frozen peer; `restore()` lets them through. */
  pause(): void {
    this.turn('pause');
  }

  /** Swallows all bytes, like a dead network: nobody is told. New connections are accepted and get no answer. */
  blackhole(): void {
    this.turn('blackhole');
  }

  /** Works as before. Connections that lost bytes in the black hole are cut. */
  restore(): void {
    if (this.mode === 'blackhole') this.cut();
    this.turn('forward');
  }

  /** Cuts all connections and stops listening. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  private accept(client: Socket): void {
    const server = connect(this.targetPort, '127.0.0.1');
    const pair: [Socket, Socket] = [client, server];
    this.pairs.add(pair);
    for (const [from, to] of [pair, [server, client] as const]) {
      from.on('data', (chunk) => this.pass(chunk, to));
      from.on('end', () => this.mode !== 'blackhole' && to.end());
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        this.pairs.delete(pair);
      });
    }
    if (this.mode === 'pause') for (const socket of pair) socket.pause();
  }

  private pass(chunk: Buffer, to: Socket): void {
    if (this.mode !== 'blackhole') to.write(chunk);
  }

  private turn(mode: Mode): void {
    this.mode = mode;
    for (const socket of [...this.pairs].flat()) {
      if (mode === 'pause') socket.pause();
      else socket.resume();
    }
  }
}
