import { runPhaseTerms, runStateTerms } from '@gids/contracts';
import type { Run, RunStatus } from '../gateway/run.js';
import type { Tone } from '../terminal/tone.js';

const statusLabels = new Map<string, string>(Object.values(runStateTerms).map(({ api, label }) => [api, label]));
const phaseLabels = new Map<string, string>(Object.values(runPhaseTerms).map(({ api, label }) => [api, label]));

export const statusLabel = (status: RunStatus): string => statusLabels.get(status) ?? status;

/** What a run is busy with, or its state while it is not busy. */
export function phaseLabel(run: Run): string {
  const phase = run.status === 'bezig' ? run.fase : undefined;
  return phase ? (phaseLabels.get(phase) ?? phase) : statusLabel(run.status);
}

const tones: Readonly<Record<RunStatus, Tone | undefined>> = {
  gepland: 'quiet',
  bezig: undefined,
  wachtOpAkkoord: 'attention',
  gestopt: 'attention',
  voltooid: 'good',
  mislukt: 'bad',
  geweigerd: 'bad',
};

export const statusTone = (run: Run): Tone | undefined => tones[run.status];

/** @returns whether nothing more happens to the run by itself */
export const isSettled = (run: Run): boolean => run.status !== 'gepland' && run.status !== 'bezig';

/** @returns how long the run took in seconds; absent while it runs */
export function secondsOf(run: Run): number | undefined {
  if (!run.gestartOp || !run.voltooidOp) return undefined;
  return (Date.parse(run.voltooidOp) - Date.parse(run.gestartOp)) / 1_000;
}
