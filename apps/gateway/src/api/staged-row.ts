import type { StagedRowView } from '@gids/contracts';
import { z } from 'zod';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';

export const stagedOutcomeSchema = named('Regeluitkomst', termSchema(termTables.stagedOutcome, 'Wat de run met een record zou doen.'));

export const stagedRowSchema = named(
  'Runregel',
  z
    .object({
      uitkomst: stagedOutcomeSchema,
      bronId: z.string().nullable().describe('BronID; `null` waar de regel er geen heeft die te lezen is.'),
      naam: z.string().nullable(),
      regel: z.int().positive().nullable().describe('Regel van het bestand; `null` bij wat er niet meer in staat.'),
      hernummerdNaar: z.string().nullable().describe('Het nieuwe BronID van wat hernummerd lijkt.'),
      wordtVerborgen: z.boolean().describe('Of het nu zichtbaar is en dat niet zou blijven.'),
      melding: z.string().nullable().describe('Waarom een regel is afgekeurd.'),
    })
    .describe('Eén record dat een wachtende run zou raken.'),
);
export type StagedRow = z.infer<typeof stagedRowSchema>;

/** @returns what a held run would do with a record, as the API tells it */
export function toStagedRow(view: StagedRowView): StagedRow {
  return {
    uitkomst: apiValueOf(termTables.stagedOutcome, view.outcome),
    bronId: view.recordId ?? null,
    naam: view.name ?? null,
    regel: view.line ?? null,
    hernummerdNaar: view.renumberedTo ?? null,
    wordtVerborgen: view.wouldBeHidden,
    melding: view.message ?? null,
  };
}
