import { runStateTerms, type RunState } from '@gids/contracts';
import { z } from 'zod';

const count = z.number().int().nonnegative();
const states = Object.values(runStateTerms).map((term) => term.api) as [RunStatus, ...RunStatus[]];

/** State of a run, as the HTTP API writes it. */
export type RunStatus = (typeof runStateTerms)[RunState]['api'];

/** A run as `GET /v1/importruns/{id}` tells it; fields that are not named here are kept for `--json`. */
export const runSchema = z.looseObject({
  id: z.string(),
  bron: z.string(),
  import: z.string().nullish(),
  status: z.enum(states),
  fase: z.string().nullish(),
  transport: z.string().nullish(),
  bestandsnaam: z.string().nullish(),
  gestartOp: z.string().nullish(),
  voltooidOp: z.string().nullish(),
  aangevraagdDoor: z.string().nullish(),
  /** Refusal, hold or failure. */
  probleem: z.looseObject({ code: z.string(), melding: z.string() }).nullish(),
  /** Why it waits or waited for a person (R8). */
  bevindingen: z.array(z.looseObject({ code: z.string(), melding: z.string() })).nullish(),
  besluit: z.looseObject({ besluit: z.string(), reden: z.string(), door: z.string() }).nullish(),
  opmerkingen: z.array(z.string()).nullish(),
  voortgang: z.looseObject({
    bytesGelezen: count,
    bytesTotaal: count.nullish(),
    regelsGelezen: count,
    teVersturen: count,
    verstuurd: count,
    verwerkt: count,
  }),
  aantallen: z.looseObject({
    gelezen: count,
    toegevoegd: count,
    gewijzigd: count,
    ongewijzigd: count,
    verdwenen: count,
    afgekeurd: count,
    conversiefouten: count,
    validatiefouten: count,
    dubbelenGevonden: count,
    zichtbaar: count,
    nietZichtbaar: count,
    waarschuwingen: count,
    terzijde: count,
  }),
});
export type Run = z.infer<typeof runSchema>;

export const runsPath = '/v1/importruns';
export const runPath = (id: string): string => `${runsPath}/${encodeURIComponent(id)}`;
export const decisionsPath = (id: string): string => `${runPath(id)}/besluiten`;
export const stagedRowsPath = (id: string): string => `${runPath(id)}/regels`;

/** What a run would do with one record, as `GET /v1/importruns/{id}/regels` lists it. */
export const stagedRowSchema = z.looseObject({
  uitkomst: z.string(),
  bronId: z.string().nullish(),
  naam: z.string().nullish(),
  regel: z.number().nullish(),
  hernummerdNaar: z.string().nullish(),
  wordtVerborgen: z.boolean(),
  melding: z.string().nullish(),
});
export type StagedRow = z.infer<typeof stagedRowSchema>;
