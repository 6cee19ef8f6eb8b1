import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The services that a record passes through; the gateway handles none. */
export const serviceNames = ['fetcher', 'mapper', 'deduplicator', 'publisher', 'notifier'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Options of node, given as arguments because NODE_OPTIONS takes few of them: by default limits that keep the memory flat. */
const nodeOptions = (process.env['GIDS_BENCH_NODE_OPTIONS'] ?? '--max-semi-space-size=4 --max-old-space-size=128').split(' ').filter(Boolean);

/** The built services of the product, each as a process of its own. */
export class Services {
  /** Rejects, with the name of the service, as soon as one of them has ended. */
  readonly ended: Promise<never>;
  readonly #env: NodeJS.ProcessEnv;
  readonly #children = new Map<ServiceName, ChildProcess>();
  readonly #fail: (reason: Error) => void;

  /** @param env settings of all of them, besides those of this process */
  constructor(env: NodeJS.ProcessEnv) {
    this.#env = { ...process.env, HEALTH_PORT: '0', LOG_LEVEL: 'warn', GIDS_BROKER_PREFIX: '', ...env };
    const { promise, reject } = Promise.withResolvers<never>();
    this.ended = promise;
    this.#fail = reject;
    // Nobody need be waiting when they are stopped on purpose.
    promise.catch(() => undefined);
  }

  /** Brings the schema of each up to date. @throws what the service says when it cannot */
  async migrate(): Promise<void> {
    for (const name of serviceNames) await promisify(execFile)(process.execPath, [programOf(name), 'migrate'], { env: this.#env });
  }

  /** Starts all of them; each is ready when it answers. */
  start(): void {
    for (const name of serviceNames) {
      // What they say goes to standard error: the report of the runner is on standard output.
      const child = spawn(process.execPath, [...nodeOptions, programOf(name)], { env: this.#env, stdio: ['ignore', 2, 2] });
      child.once('exit', () => this.#fail(new Error(`De dienst ${name} is gestopt.`)));
      this.#children.set(name, child);
    }
  }

  /** Name and pid of each that was started. */
  processes(): { name: ServiceName; pid: number }[] {
    return [...this.#children].map(([name, { pid = NaN }]) => ({ name, pid }));
  }

  /** Lets them finish what they have in hand, and waits until they are gone. */
  async stop(): Promise<void> {
    await Promise.all([...this.#children.values()].map(stopped));
  }
}

function programOf(name: ServiceName): string {
  const path = join(import.meta.dirname, '..', '..', 'apps', name, 'dist', 'main.js');
  if (!existsSync(path)) throw new Error(`De dienst ${name} is niet gebouwd. Doe eerst: npm run build`);
  return path;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
