import { RequestRefused, runStateTerms, type RunState } from '@gids/contracts';

/** @returns the refusal of a request about a run that does not exist */
export function unknownRun(runId: string): RequestRefused {
  return new RequestRefused({ kind: 'notFound', code: 'unknownRun', message: `Er is geen run ${runId}.` });
}

/** @returns the refusal of what only a held run allows */
export function notHeld(runId: string, state: RunState): RequestRefused {
  const message = `Run ${runId} wacht niet op akkoord; de status is "${runStateTerms[state].label}". Bekijk de run voor wat ermee gebeurd is.`;
  return new RequestRefused({ kind: 'conflict', code: 'runNotHeld', message });
}
