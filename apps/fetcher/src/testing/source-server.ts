import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A publisher's web server that answers as a test tells it to. */
export class SourceServer {
  /** Requests so far. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  /** Connections that are open now. */
  connections = 0;
  answer: RequestListener = (_, response) => void response.writeHead(404).end();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      this.asked.push({ path: request.url ?? '', headers: request.headers });
      this.answer(request, response);
    });
    server.on('connection', (socket) => {
      this.connections += 1;
      socket.once('close', () => (this.connections -= 1));
    });
  }

  static async listen(): Promise<SourceServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SourceServer(server);
  }

  url(path = '/bestand.csv'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** Answers every request with this file, or with this status. */
  serve(content: Uint8Array | string, status = 200): void {
    this.answer = (_, response) => void response.writeHead(status, { 'content-length': Buffer.byteLength(content) }).end(content);
  }

  /** Cuts all connections and forgets what was asked. */
  clear(): void {
    this.server.closeAllConnections();
    this.asked.length = 0;
    this.answer = (_, response) => void response.writeHead(404).end();
  }

  async close(): Promise<void> {
    this.clear();
    this.server.close();
    await once(this.server, 'close');
  }
}
