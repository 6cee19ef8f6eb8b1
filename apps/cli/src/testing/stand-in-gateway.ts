import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import busboy from 'busboy';
import type { Run } from '../gateway/run.js';
import { exampleRun } from './example-run.js';

/** The token that the stand-in takes. */
export const goodToken = 'token-van-de-test';

/** A form that came in, part by part in the order of arrival. */
export interface ReceivedForm {
  readonly parts: string[];
  readonly values: Record<string, string>;
  fileName: string | undefined;
  fileBytes: number;
  /** What the file began with. */
  fileStart: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** A real HTTP server that speaks the gateway's API for one run and for the lists that a test gives it. */
export class StandInGateway {
  /** What the run looks like at every next look; the last one stays. */
  views: Run[] = [exampleRun()];
  /** Answers by method and path, before those of the stand-in itself. */
  readonly answers = new Map<string, Answer>();
  /** Everything that was asked, as method, path and query. */
  readonly asked: string[] = [];
  /** Bodies of the JSON posts. */
  readonly posted: unknown[] = [];
  /** Changes of what was seen: method and path, the version and the body. */
  readonly written: { readonly what: string; readonly seen: string | undefined; readonly body: unknown }[] = [];
  readonly forms: ReceivedForm[] = [];
  /** Is called whenever someone opens the event stream. */
  onStream: (stream: ServerResponse) => void = () => undefined;
  /** Where it listens; the same after a restart. */
  port = 0;
  private server: Server | undefined;

  async start(): Promise<this> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Stops at once, as when the process is killed. */
  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
    this.server = undefined;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(`${request.method} ${decodeURIComponent(url.pathname + url.search)}`);
    if (request.headers.authorization !== `Bearer ${goodToken}`) return problem(response, 401, 'U bent niet aangemeld.');
    await this.remember(request, url);
    const given = this.answers.get(`${request.method} ${decodeURIComponent(url.pathname)}`);
    if (given) return given(request, response, url);
    if (url.pathname === '/v1/gebeurtenissen') return this.openStream(response);
    if (request.method === 'POST') return this.receive(request, response);
    if (url.pathname.startsWith('/v1/importruns/')) return reply(response, 200, this.views.length > 1 ? this.views.shift() : this.views[0]);
    return problem(response, 404, 'Dat is er niet.');
  }

  /** Keeps what a change told; posts are kept where they are answered. */
  private async remember(request: IncomingMessage, url: URL): Promise<void> {
    const { method = '', headers } = request;
    if (!['PATCH', 'PUT', 'DELETE'].includes(method)) return;
    const body = headers['content-type'] === 'application/json' ? await json(request) : undefined;
    this.written.push({ what: `${method} ${url.pathname}`, seen: headers['if-match'], body });
  }

  private openStream(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hallo\n\n');
    this.onStream(response);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers['content-type']?.startsWith('multipart/form-data')) this.forms.push(await readForm(request));
    else this.posted.push(await json(request));
    reply(response, 201, this.views[0]);
  }
}

/** Answers as the gateway does when it refuses (N4). */
export function problem(response: ServerResponse, status: number, detail: string, more: object = {}): void {
  reply(response, status, { type: 'about:blank', status, title: 'Geweigerd', detail, ...more }, 'application/problem+json');
}

export function reply(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(body));
}

/** One page of a list as the gateway answers it. */
export function page(items: readonly unknown[], { currentPage = 1, pageSize = 100, totaal = items.length } = {}): object {
  const hasNext = currentPage * pageSize < totaal;
  return { currentPage, pageSize, ...(hasNext && { nextPage: currentPage + 1 }), totaal, _embedded: { item: items }, _links: { self: { href: '/' } } };
}

async function readForm(request: IncomingMessage): Promise<ReceivedForm> {
  const form: ReceivedForm = { parts: [], values: {}, fileName: '', fileBytes: 0, fileStart: '' };
  const parser = busboy({ headers: request.headers, defParamCharset: 'utf8' });
  parser.on('field', (name, value) => {
    form.parts.push(name);
    form.values[name] = value;
  });
  parser.on('file', (name, stream, { filename }) => {
    form.parts.push(name);
    form.fileName = filename;
    stream.on('data', (chunk: Buffer) => {
      if (form.fileBytes === 0) form.fileStart = chunk.toString('utf8', 0, 40);
      form.fileBytes += chunk.length;
    });
  });
  await new Promise((resolve, reject) => request.pipe(parser).on('close', resolve).on('error', reject));
  return form;
}
