import type { Session } from '../commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import { mayPass } from '../gateway/gateway-client.js';
import type { Run } from '../gateway/run.js';
import { programName } from '../program-name.js';
import { followRun } from './follow-run.js';
import type { ProgressDisplay } from './progress-display.js';
import { exitCodeOf } from './run-outcome.js';
import { progressOf } from './run-progress.js';
import { summaryOf } from './run-summary.js';
import { isSettled } from './run-words.js';

/**
 * Shows the progress of a run until nothing more happens to it, then its summary. Ctrl-C ends the waiting only.
 * @returns the exit code that the outcome of the run stands for
 * @throws CommandFailed when the gateway stays away, with how to look at the run later
 */
export async function waitForRun(session: Session, id: string, display: ProgressDisplay): Promise<ExitCode> {
  const { output } = session;
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop);
  try {
    const run = await lastLook(session, id, display, stopped.signal);
    display.end();
    if (!run || !isSettled(run)) return tellGoesOn(session, id);
    if (output.json) output.resultJson(run);
    else output.result(...summaryOf(run, output.paint));
    return exitCodeOf(run);
  } catch (error) {
    throw mayPass(error) ? new CommandFailed((error as Error).message, exitCodes.error, [laterAdvice(id)]) : error;
  } finally {
    process.removeListener('SIGINT', stop);
    display.end();
  }
}

async function lastLook({ gateway, output }: Session, id: string, display: ProgressDisplay, signal: AbortSignal): Promise<Run | undefined> {
  let last: Run | undefined;
  const onAway = () => {
    display.end();
    output.notice('De gateway antwoordt niet; wachten tot hij er weer is…');
  };
  for await (const run of followRun(gateway, id, { signal, onAway })) {
    last = run;
    if (!isSettled(run)) display.show(progressOf(run));
  }
  return last;
}

function tellGoesOn({ output }: Session, id: string): ExitCode {
  output.complain('', 'U volgt de run niet meer; de run zelf gaat door.', laterAdvice(id));
  return exitCodes.interrupted;
}

const laterAdvice = (id: string): string => `Later bekijken: ${programName} run toon ${id}, of verder volgen: ${programName} run volg ${id}`;
