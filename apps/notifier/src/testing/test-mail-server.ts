import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** An answer that refuses: its code and text. */
export interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** How a mail server answers; whatever is left out is accepted. */
export interface Manners {
  readonly connect?: Refusal;
  readonly login?: Refusal;
  readonly sender?: Refusal;
  readonly recipient?: Refusal;
  /** The address that `recipient` refuses; all of them unless told. */
  readonly onlyFor?: string;
  /** After all of the content came: refuse it, break the line, or wait before the answer. */
  readonly content?: Refusal | 'drop' | Promise<unknown>;
}

export interface ServerOptions {
  readonly port?: number;
  readonly startTls?: boolean;
}

/** Mail as it arrived, whether it was accepted or not. */
export interface Arrival {
  readonly recipients: readonly string[];
  readonly sender: string;
  readonly raw: string;
  readonly mail: Email;
  /** Whether the server refused it after all of it came; a line that broke may mean either. */
  readonly refused: boolean;
}

/** A real SMTP server on this machine that answers as it is told to. */
export class TestMailServer {
  manners: Manners = {};
  readonly arrivals: Arrival[] = [];
  /** Who got something, in order of arrival. */
  readonly recipients = (): string[] => this.arrivals.flatMap(({ recipients }) => recipients);
  /** Connections so far. */
  connections = 0;
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  private constructor(startTls: boolean) {
    this.server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: !startTls,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, done) => done(errorOf(this.manners.connect)),
      onAuth: ({ username }, _session, done) => (this.manners.login ? done(errorOf(this.manners.login)) : done(null, { user: username })),
      onMailFrom: (_address, _session, done) => done(errorOf(this.manners.sender)),
      onRcptTo: ({ address }, _session, done) => done(errorOf((this.manners.onlyFor ?? address) === address ? this.manners.recipient : undefined)),
      onData: (stream, session, done) => void this.receive(stream, session).then(() => done(), done),
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => this.count(socket));
  }

  static async listen({ port = 0, startTls = false }: ServerOptions = {}): Promise<TestMailServer> {
    const server = new TestMailServer(startTls);
    await once(server.server.listen(port, '127.0.0.1'), 'listening');
    return server;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private count(socket: Socket): void {
    this.connections += 1;
    const port = socket.remotePort as number;
    this.sockets.set(port, socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(port));
  }

  private async receive(stream: SMTPServerDataStream, { envelope, remotePort }: SMTPServerSession): Promise<void> {
    const content = await buffer(stream);
    const { content: manner } = this.manners;
    this.arrivals.push({
      recipients: envelope.rcptTo.map(({ address }) => address),
      sender: envelope.mailFrom ? envelope.mailFrom.address : '',
      raw: content.toString('latin1'),
      mail: await PostalMime.parse(content),
      refused: typeof manner === 'object' && !(manner instanceof Promise),
    });
    if (manner === 'drop') this.sockets.get(remotePort)?.destroy();
    else if (manner instanceof Promise) await manner;
    else if (manner) throw errorOf(manner);
  }
}

function errorOf(refusal: Refusal | undefined): Error | null {
  return refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null;
}
