import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CommandFailed, exitCodes } from '../exit-code.js';

/** A token with the place it came from, for the sentence when it is not accepted. */
export interface MachineToken {
  readonly value: string | undefined;
  readonly place: string;
}

/** Where a token may come from. */
export interface TokenPlaces {
  /** `--token-bestand`, as typed. */
  readonly file: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Folder in which the user stands, for the file that was typed. */
  readonly userFolder: string;
  /** Folder of the process, for the data folder. */
  readonly workFolder: string;
}

/**
 * Finds the machine token: the file of `--token-bestand`, else `GIDS_TOKEN`, else the file that the first start
 * wrote into the data folder. Without that last one the value is absent: the gateway says whether it needs one.
 * @throws CommandFailed when the file of `--token-bestand` cannot be read or is empty
 */
export async function findMachineToken({ file, env, userFolder, workFolder }: TokenPlaces): Promise<MachineToken> {
  if (file) return { value: await readGivenFile(resolve(userFolder, file)), place: `het bestand ${file}` };
  if (env['GIDS_TOKEN']) return { value: env['GIDS_TOKEN'].trim(), place: 'GIDS_TOKEN' };
  const own = join(env['GIDS_DATA_DIR'] || '.data', 'machine-token');
  return { value: await readOwnFile(resolve(workFolder, own)), place: `het bestand ${own}` };
}

const otherFile = 'Geef met --token-bestand een ander bestand.';

async function readGivenFile(path: string): Promise<string> {
  const token = await readFile(path, 'utf8').then(trimmed, (error: NodeJS.ErrnoException) => {
    throw new CommandFailed(`Het tokenbestand ${path} is niet te lezen (${error.code}). ${otherFile}`, exitCodes.noRight);
  });
  if (token) return token;
  throw new CommandFailed(`Het tokenbestand ${path} is leeg. ${otherFile}`, exitCodes.noRight);
}

async function readOwnFile(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(trimmed, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new CommandFailed(
      `Het machinetoken ${path} is niet te lezen (${error.code}). ` +
        'Voer de opdracht uit als de gebruiker die G!DS import start, of geef een token met --token-bestand of GIDS_TOKEN.',
      exitCodes.noRight,
    );
  });
}

const trimmed = (text: string): string | undefined => text.trim() || undefined;
