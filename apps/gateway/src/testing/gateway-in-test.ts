import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { events, type DataOf, type Envelope, type EventDefinition } from '@gids/contracts';
import { LocalRequests, OutgoingEvents, packFrames, pipelineTopology, PostgresBus, type Log, type Topology } from '@gids/messaging';
import { migrateService, startService, type RunningService, type ServiceDefinition } from '@gids/service-host';
import { createTestDatabase, type TestDatabase } from '@gids/testing';
import type { INestApplication } from '@nestjs/common';
import pg from 'pg';
import { gateway } from '../gateway.js';
import { ensureFirstAdministrator, ensureMachineToken } from '../sign-in/first-administrator.js';

/** The address that links are made with. */
export const publicUrl = 'http://localhost:3000';

/** Where everything that is told stays, beside the queues of those who listen: nobody empties it. */
const toldQueue = 'test.told';
const topology: Topology = { ...pipelineTopology, queues: [...pipelineTopology.queues, { name: toldQueue, types: events.map(({ type }) => type) }] };

/** A line of the log. */
export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Record<string, unknown>;
}

export interface GatewayOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly clock?: () => Date;
}

/** The real gateway on a real database and the bus of the standalone form; other services are stand-ins. */
export class GatewayInTest {
  readonly requests = new LocalRequests();
  readonly logged: LogLine[] = [];
  baseUrl = '';
  token = '';
  password = '';
  private database!: TestDatabase;
  private bus!: PostgresBus;
  private service: RunningService | undefined;
  private app!: INestApplication;

  static async start(options: GatewayOptions = {}): Promise<GatewayInTest> {
    const started = new GatewayInTest();
    started.database = await createTestDatabase();
    await migrateService(gateway, started.database.url);
    started.password = (await ensureFirstAdministrator(started.database.url))?.password ?? '';
    started.token = await createToken(started.database.url);
    await started.open(options);
    return started;
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** The framework's application, to look at its routes. */
  get application(): INestApplication {
    return this.app;
  }

  /** Asks with the machine token. */
  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return this.askAsStranger(path, { ...init, headers: { authorization: `Bearer ${this.token}`, ...init.headers } });
  }

  /** The standard's `fetch` puts every method in capitals but `patch`. */
  askAsStranger(path: string, { method = 'GET', ...init }: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, { ...init, method: method.toUpperCase() });
  }

  postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.sendJson('POST', path, body, headers);
  }

  /** Sends JSON, or nothing where `body` is undefined. */
  sendJson(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    if (body === undefined) return this.ask(path, { method, headers });
    return this.ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  }

  /** A write on the version that was seen. */
  write(method: string, path: string, version: number, body?: unknown): Promise<Response> {
    return this.sendJson(method, path, body, { 'if-match': `"${version}"` });
  }

  /** Puts an event of a run on the bus, as its producer would. */
  async publish<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, runid: string): Promise<void> {
    const outgoing = new OutgoingEvents('fetcher', { runid, runsequence: 7 }, () => new Date());
    outgoing.emit(definition, data);
    for (const frame of packFrames(outgoing.collected)) await this.bus.publish(frame);
  }

  /** @returns what was told to the services so far, in the order in which it left */
  async told<Definition extends EventDefinition>(definition: Definition): Promise<DataOf<Definition>[]> {
    const frames = await this.query<{ body: Buffer }>('SELECT body FROM bus.message WHERE queue = $1 AND type = $2 ORDER BY seq', [toldQueue, definition.type]);
    return frames.flatMap(({ body }) => (JSON.parse(body.toString()) as Envelope<DataOf<Definition>>[]).map(({ data }) => data));
  }

  /** Asks the gateway's own database. */
  async query<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.url, options: '-c search_path=gateway' });
    await client.connect();
    try {
      return (await client.query<Row>(text, [...parameters])).rows;
    } finally {
      await client.end();
    }
  }

  /** Stops the gateway and leaves the database. */
  async close(): Promise<void> {
    await this.service?.close();
    this.service = undefined;
  }

  async stop(): Promise<void> {
    await this.close();
    await this.database.drop();
  }

  private async open({ env = {}, clock }: GatewayOptions): Promise<void> {
    const log = this.log();
    this.bus = await PostgresBus.connect({ url: this.database.url, topology, requests: this.requests, log });
    this.service = await startService(this.observed(), {
      env: { PORT: '0', GIDS_BASE_URL: publicUrl, ...env },
      databaseUrl: this.database.url,
      bus: this.bus,
      log,
      poolSize: 6,
      prefetch: 2,
      ...(clock && { clock }),
    });
    const { port } = (this.app.getHttpServer() as Server).address() as AddressInfo;
    this.baseUrl = `http://127.0.0.1:${port}`;
  }

  /** The gateway itself, with a look at its application. */
  private observed(): ServiceDefinition {
    if (!gateway.http) throw new Error('The gateway has no HTTP side');
    const { http } = gateway;
    const configure = async (app: INestApplication) => {
      this.app = app;
      await http.configure(app);
    };
    return { ...gateway, http: { ...http, configure } };
  }

  private log(): Log {
    const write = (level: string) => (fields: Record<string, unknown>, message: string) => void this.logged.push({ level, message, fields });
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  }
}

async function createToken(databaseUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gids-gateway-'));
  try {
    const file = join(folder, 'token');
    await ensureMachineToken(databaseUrl, file);
    return (await readFile(file, 'utf8')).trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}
