import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';

/** The server that the benchmarks make their databases on; its own database is only used to make and drop ours. */
const server = process.env['GIDS_BENCH_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** The address of a database on that server. */
export function databaseUrl(database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * A psql that stays open. One program serves to import (`\copy` and `\i` are psql's) and to look at the server, and as the
 * session outlives the work, its backend is still there when the CPU time it used is read.
 */
export class Psql {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;
  #errors = '';

  private constructor(url: string) {
    this.#child = spawn('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', url]);
    this.#child.stderr.on('data', (text: Buffer) => (this.#errors += text.toString()));
    this.#child.on('error', (error) => (this.#errors += error.message));
    // Writing to a psql that has ended fails; why it ended is in its own message.
    this.#child.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Opens a session; throws psql's message when the server cannot be reached. */
  static async open(url: string): Promise<Psql> {
    const psql = new Psql(url);
    await psql.run('SELECT 1;');
    return psql;
  }

  /** A session on the server's own database. */
  static openServer(): Promise<Psql> {
    return Psql.open(server);
  }

  get pid(): number {
    return this.#child.pid ?? NaN;
  }

  /**
   * Runs SQL and psql commands, and returns the lines they print (columns parted by `|`). Throws psql's message at the
   * first error, after which the session is over. One call at a time.
   */
  async run(script: string): Promise<string[]> {
    const end = randomUUID();
    this.#child.stdin.write(`${script}\n\\echo ${end}\n`);
    const output: string[] = [];
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) return this.#fail();
      if (value === end) return output;
      output.push(value);
    }
  }

  async #fail(): Promise<never> {
    await this.#ended;
    throw new Error(`psql is gestopt: ${this.#errors.trim()}`);
  }

  async close(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
  }
}

/** Makes an empty database that orders text by code; one of the same name is dropped, with the sessions on it. */
export async function createDatabase(name: string): Promise<void> {
  const psql = await Psql.openServer();
  await psql.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE);\nCREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';`);
  await psql.close();
}

/** Drops a database, with the sessions on it. */
export async function dropDatabase(name: string): Promise<void> {
  const psql = await Psql.openServer();
  await psql.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE);`);
  await psql.close();
}
