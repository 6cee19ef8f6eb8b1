import { runProgram } from './run-program.js';

/** A reader such as `head` may stop reading before all is written; that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Runs the command line. @returns the exit code */
export const main = (argv: readonly string[]): Promise<number> => runProgram(argv, process);

process.exitCode = await main(process.argv);
