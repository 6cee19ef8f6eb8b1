import type { Issue } from '@gids/contracts';
import { z } from 'zod';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';

export const findingSchema = named(
  'Bevinding',
  z.object({
    ernst: termSchema(termTables.severity, 'Hoe zwaar de bevinding telt.'),
    code: z.string(),
    veld: z.string().describe('Kolom of veld zoals de bron het schrijft.'),
    waarde: z.string().describe('De waarde in de bron, ingekort.'),
    melding: z.string(),
  }),
);
export type Finding = z.infer<typeof findingSchema>;

/** @returns what is wrong with one field, as the API tells it */
export function toFinding(issue: Issue): Finding {
  return {
    ernst: apiValueOf(termTables.severity, issue.severity),
    code: issue.code,
    veld: issue.field,
    waarde: issue.value,
    melding: issue.message,
  };
}
