import type { Term } from './organisation-kind.js';

/** States of a run as people see them; the fetcher's finer phases are in `runPhaseTerms`. */
export const runStateTerms = {
  PLANNED: { api: 'gepland', label: 'Gepland' },
  RUNNING: { api: 'bezig', label: 'Bezig' },
  HELD: { api: 'wachtOpAkkoord', label: 'Wacht op akkoord' },
  STOPPED: { api: 'gestopt', label: 'Gestopt' },
  COMPLETED: { api: 'voltooid', label: 'Voltooid' },
  FAILED: { api: 'mislukt', label: 'Mislukt' },
  REFUSED: { api: 'geweigerd', label: 'Geweigerd' },
} as const satisfies Record<string, Term>;

export type RunState = keyof typeof runStateTerms;
export const runStates = Object.keys(runStateTerms) as [RunState, ...RunState[]];
/** A run in one of these states changes no more. */
export const finalRunStates: readonly RunState[] = ['COMPLETED', 'FAILED', 'REFUSED'];

/** What a run is busy with. */
export const runPhaseTerms = {
  FETCHING: { api: 'ophalen', label: 'Bestand ophalen' },
  CHECKING: { api: 'controleren', label: 'Bestand controleren' },
  APPLYING: { api: 'versturen', label: 'Wijzigingen versturen' },
  PUBLISHING: { api: 'verwerken', label: 'Records verwerken' },
} as const satisfies Record<string, Term>;

export type RunPhase = keyof typeof runPhaseTerms;
export const runPhases = Object.keys(runPhaseTerms) as [RunPhase, ...RunPhase[]];
