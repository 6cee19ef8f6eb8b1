import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@gids/testing';
import type { Installation } from './installation.js';
import { Program } from './program.js';

/** The product in one process, as `npm start` runs it. */
export class Standalone implements Installation {
  private constructor(
    private readonly program: Program,
    private readonly dataDirectory: string,
    private readonly port: number,
  ) {}

  /** @param env for instance `GIDS_DEMO: '1'`; the demo is skipped unless told */
  static async start(dataDirectory: string, env: NodeJS.ProcessEnv = {}): Promise<Standalone> {
    const standalone = await Standalone.launch(dataDirectory, env);
    await standalone.program.says('G!DS-import draait op', 120_000);
    return standalone;
  }

  /** Starts it without waiting until it is ready. */
  static async launch(dataDirectory: string, env: NodeJS.ProcessEnv = {}): Promise<Standalone> {
    const port = await freePort();
    const settings = { GIDS_DATA_DIR: dataDirectory, PORT: String(port), GIDS_DEMO: '0', ...env };
    return new Standalone(new Program('standalone', ['apps/standalone/start.mjs'], settings), dataDirectory, port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get tokenFile(): string {
    return join(this.dataDirectory, 'machine-token');
  }

  get output(): string {
    return this.program.output;
  }

  says(text: string, within?: number): Promise<void> {
    return this.program.says(text, within);
  }

  async databaseUrl(): Promise<string> {
    const { port, password } = JSON.parse(await readFile(join(this.dataDirectory, 'postgres-access.json'), 'utf8')) as { port: number; password: string };
    return `postgres://gids:${password}@127.0.0.1:${port}/gids`;
  }

  async stop(): Promise<void> {
    await this.program.stop('SIGINT');
  }

  /** @returns its exit code */
  interrupt(): Promise<number | null> {
    return this.program.stop('SIGINT');
  }

  kill(): Promise<void> {
    return this.program.kill();
  }
}
