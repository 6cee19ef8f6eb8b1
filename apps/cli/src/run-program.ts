import { resolve } from 'node:path';
import { CommanderError, type Command } from 'commander';
import { isNoError, usageErrorLines } from './commandline/dutch-usage-error.js';
import { createProgram } from './commandline/program.js';
import type { Act, Session } from './commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from './exit-code.js';
import { gatewayAddress } from './gateway/address.js';
import { GatewayClient } from './gateway/gateway-client.js';
import { findMachineToken } from './gateway/machine-token.js';
import { Output, type OutputStream } from './terminal/output.js';
import { printable } from './terminal/printable.js';

/** What the program needs of the process it runs in; `process` itself is one. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  cwd(): string;
}

interface CommonOptions {
  readonly json?: true;
  readonly stil?: true;
  readonly url?: string;
  readonly tokenBestand?: string;
}

/**
 * Runs one command. Results go to standard output, everything else to standard error.
 * @param argv as `process.argv`: program, script, arguments
 * @returns the exit code
 */
export async function runProgram(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok;
  const acting =
    <Given extends unknown[]>(act: Act<Given>) =>
    async (...all: [...Given, Command]): Promise<void> => {
      const given = all.slice(0, -1) as unknown as Given;
      const command = all.at(-1) as Command;
      exitCode = await act(await openSession(command.optsWithGlobals<CommonOptions>(), surroundings), ...given);
    };
  const program = createProgram(acting, surroundings.stdout, surroundings.stderr);
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    return tellFailure(error, program, argv.slice(2), surroundings);
  }
}

async function openSession({ json, stil, url, tokenBestand }: CommonOptions, surroundings: Surroundings): Promise<Session> {
  const userFolder = folderOfUser(surroundings);
  const address = gatewayAddress(url, surroundings.env);
  const token = await findMachineToken({ file: tokenBestand, env: surroundings.env, userFolder, workFolder: surroundings.cwd() });
  return {
    gateway: new GatewayClient(address, token),
    output: new Output(surroundings.stdout, surroundings.stderr, { json: json === true, quiet: stil === true }),
    pathOf: (typed) => resolve(userFolder, typed),
  };
}

/** `npm run` changes to the project's folder first; what a user types is relative to where the user stands. */
function folderOfUser({ env, cwd }: Surroundings): string {
  const throughNpm = env['npm_lifecycle_event'] === 'gids-import' && env['INIT_CWD'];
  return throughNpm || cwd();
}

function tellFailure(error: unknown, program: Command, args: readonly string[], { stdout, stderr }: Surroundings): ExitCode {
  const output = new Output(stdout, stderr, { json: false, quiet: false });
  if (error instanceof CommanderError) {
    if (isNoError(error)) return exitCodes.ok;
    if (error.code !== 'commander.help') output.complain(...usageErrorLines(error, program, args));
    return exitCodes.usage;
  }
  if (!(error instanceof CommandFailed)) throw error;
  output.complain(`Fout: ${printable(error.message)}`, ...error.details.map((detail) => `  ${printable(detail)}`));
  return error.exitCode;
}
