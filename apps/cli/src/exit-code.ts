/** Exit codes that scripts may count on (issue A, section Command line). */
export const exitCodes = {
  ok: 0,
  /** Also a run that failed or was refused. */
  error: 1,
  usage: 2,
  /** The run is done, but rows were rejected, could not be converted or validated, or wait as dead letters. */
  rowErrors: 3,
  waitsForApproval: 4,
  noRight: 5,
  /** The shells' code for a program that was stopped with Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with Dutch sentences for the user and an exit code, without a stack. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';

  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.error,
    /** What goes below the message, one line each: wrong fields, choices. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
