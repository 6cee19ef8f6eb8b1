import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames, type ServiceName } from '@gids/contracts';
import { createTestDatabase, createTestVhost, eventually, freePort, type TestDatabase, type TestVhost } from '@gids/testing';
import type { Installation } from './installation.js';
import { Program, runProgram } from './program.js';

/** Two of what can be scaled, so that nothing in a handler may assume that it is alone. */
const processes: readonly ServiceName[] = [...serviceNames, 'mapper', 'deduplicator'];

/** The product as one process per service on RabbitMQ and PostgreSQL. */
export class Distributed implements Installation {
  private readonly running: { service: ServiceName; program: Program; healthPort: number }[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly vhost: TestVhost,
    private readonly directory: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<Distributed> {
    const directory = await mkdtemp(join(tmpdir(), 'gids-distributed-'));
    const distributed = new Distributed(await createTestDatabase(), await createTestVhost(), directory, await freePort());
    for (const service of serviceNames) await distributed.run(service, 'migrate');
    await distributed.run('gateway', 'administrator', distributed.tokenFile);
    await distributed.startAll();
    return distributed;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get tokenFile(): string {
    return join(this.directory, 'machine-token');
  }

  async databaseUrl(): Promise<string> {
    return this.database.url;
  }

  /** Starts every process and waits until each has its consumers attached. */
  async startAll(): Promise<void> {
    await Promise.all(processes.map((service) => this.launch(service)));
    await this.ready();
  }

  /** Kills one process of a service like a power cut, and starts a new one. */
  async killAndRestart(service: ServiceName): Promise<void> {
    const index = this.running.findIndex((one) => one.service === service);
    const [victim] = this.running.splice(index, 1);
    await victim?.program.kill();
    await this.launch(service);
  }

  async killAll(): Promise<void> {
    await Promise.all(this.running.splice(0).map(({ program }) => program.kill()));
  }

  /** Waits until every process says that it is ready. */
  async ready(): Promise<void> {
    for (const { healthPort, service } of this.running) {
      await eventually(async () => (await fetch(`http://127.0.0.1:${healthPort}/health/ready`)).ok, { within: 60_000 }).catch((error: unknown) => {
        throw new Error(`${service} does not become ready: ${this.outputOf(service)}`, { cause: error });
      });
    }
  }

  /** @returns the exit codes of all processes */
  async stopAll(): Promise<(number | null)[]> {
    return Promise.all(this.running.splice(0).map(({ program }) => program.stop('SIGTERM')));
  }

  async stop(): Promise<void> {
    await this.stopAll();
    await this.database.drop();
    await this.vhost.drop();
    await rm(this.directory, { recursive: true, force: true });
  }

  outputOf(service: ServiceName): string {
    return this.running.filter((one) => one.service === service).map(({ program }) => program.output).join('\n');
  }

  private async launch(service: ServiceName): Promise<void> {
    const healthPort = await freePort();
    const program = new Program(service, [`apps/${service}/dist/main.js`], { ...this.env(), HEALTH_PORT: String(healthPort) });
    this.running.push({ service, program, healthPort });
  }

  private async run(service: ServiceName, ...args: string[]): Promise<void> {
    const { code, stdout, stderr } = await runProgram([`apps/${service}/dist/main.js`, ...args], this.env());
    if (code !== 0) throw new Error(`${service} ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`);
  }

  private env(): NodeJS.ProcessEnv {
    return {
      DATABASE_URL: this.database.url,
      AMQP_URL: this.vhost.url,
      GIDS_BROKER_PREFIX: this.vhost.prefix,
      PORT: String(this.port),
      GIDS_DATA_DIR: this.directory,
      GIDS_POOL_SIZE: '6',
      LOG_LEVEL: 'warn',
    };
  }
}
