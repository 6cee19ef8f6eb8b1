import { runProgram, type ProgramResult } from './program.js';

/** The parts of a run's JSON that these tests look at. */
export interface RunJson {
  readonly id: string;
  readonly bron: string;
  readonly status: string;
  readonly probleem?: { readonly code: string; readonly melding: string } | null;
  readonly aantallen: Readonly<Record<string, number>>;
}

/** A running product, whatever its form: what a user can reach of it. */
export interface Installation {
  /** Address of the gateway. */
  readonly url: string;
  readonly tokenFile: string;
  /** Address of the publisher's database, to compare results row by row. */
  databaseUrl(): Promise<string>;
  stop(): Promise<void>;
}

/** Runs the command line against an installation. */
export function gidsImport({ url, tokenFile }: Pick<Installation, 'url' | 'tokenFile'>, ...args: string[]): Promise<ProgramResult> {
  return runProgram(['apps/cli/bin/gids-import.mjs', ...args, '--token-bestand', tokenFile], { GIDS_URL: url, NO_COLOR: '1' });
}

/** Imports a file and waits for the end of the run. */
export async function importFile(installation: Pick<Installation, 'url' | 'tokenFile'>, source: string, file: string): Promise<RunJson> {
  const { stdout, stderr } = await gidsImport(installation, 'run', 'start', source, '--van-bestand', file, '--wacht', '--json');
  if (stdout === '') throw new Error(`No run: ${stderr}`);
  return JSON.parse(stdout) as RunJson;
}
