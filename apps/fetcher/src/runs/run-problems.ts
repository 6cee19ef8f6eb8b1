import type { RunDecision } from './run-row.js';
import type { Ending } from './run-store.js';

/** Why a run failed, or was refused, for a reason that is not in its file; refusals of a file have codes of their own. */
export const runProblems = {
  deadline: {
    outcome: 'FAILED',
    code: 'DEADLINE',
    message: 'De run is niet binnen de toegestane tijd klaar gekomen en is beëindigd. Start de import opnieuw; bekijk de dode berichten als dit vaker gebeurt.',
  },
  unexpected: {
    outcome: 'FAILED',
    code: 'UNEXPECTED',
    message: 'De run is door een onverwachte fout gestopt. De beheerder vindt de oorzaak in het logboek. Er is niets gewijzigd.',
  },
  unexpectedWhileSending: {
    outcome: 'FAILED',
    code: 'UNEXPECTED',
    message:
      'De run is door een onverwachte fout gestopt toen een deel van de wijzigingen al verstuurd was. De beheerder vindt de oorzaak in het logboek. ' +
      'Start de import daarna opnieuw: die verstuurt de rest.',
  },
  superseded: {
    outcome: 'REFUSED',
    code: 'SUPERSEDED',
    message: 'De run wachtte op akkoord en is vervangen door een nieuwer bestand. Er is niets van gewijzigd.',
  },
  supersededWhileStopped: {
    outcome: 'FAILED',
    code: 'SUPERSEDED',
    message: 'De run was gestopt en is vervangen door een nieuwer bestand. Wat er al verstuurd was, blijft staan.',
  },
  cleanedUp: {
    outcome: 'FAILED',
    code: 'CLEANED_UP',
    message: 'Alles van deze import is opgeruimd terwijl de run bezig was; daarom is de run beëindigd. Start de import opnieuw om alles weer in te lezen.',
  },
  refusedBy: ({ by, reason }: RunDecision) => ({ outcome: 'REFUSED', code: 'REFUSED_BY_PERSON', message: `Geweigerd door ${by}: ${reason}` }),
} as const satisfies Record<string, Ending | ((decision: RunDecision) => Ending)>;
