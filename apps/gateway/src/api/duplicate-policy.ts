import { duplicatePolicies, matchClasses, type ReplyOf, type ShowDuplicatePolicy } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';

const policySchema = named('Dubbelbeleidsoort', termSchema(termTables.duplicatePolicy, 'Wat als dubbele telt.'));
const counts = z.record(z.string(), z.int().nonnegative());

export const duplicatePolicySchema = named(
  'Dubbelbeleid',
  z
    .object({
      beleid: policySchema,
      gemarkeerd: counts.meta({
        description: 'Per beleid: hoeveel geïmporteerde organisaties een zichtbare dubbele zouden hebben.',
        examples: [{ letterlijk: 342, verfijnd: 61 }],
      }),
      paren: counts.meta({ description: 'Per klasse: hoeveel paren er zijn.', examples: [{ identiek: 40, zelfdeNaamElders: 210 }] }),
      _links: z.object({ self: linkSchema }),
    })
    .describe('Het dubbelbeleid van een import, met wat elk beleid nu zou geven.'),
);
export type DuplicatePolicyInForce = z.infer<typeof duplicatePolicySchema>;

export const policyChangeSchema = named('DubbelbeleidWijzigen', z.strictObject({ beleid: policySchema }));

export const policyChangedSchema = named(
  'DubbelbeleidGewijzigd',
  z.object({ beleid: policySchema, gewijzigd: z.int().nonnegative().describe('Van hoeveel geïmporteerde organisaties de dubbelen anders zijn geworden.') }),
);
export type PolicyChanged = z.infer<typeof policyChangedSchema>;

/** @returns the duplicate policy of an import as the API tells it */
export function toDuplicatePolicy(importId: string, view: ReplyOf<typeof ShowDuplicatePolicy>, links: ApiLinks): DuplicatePolicyInForce {
  return {
    beleid: apiValueOf(termTables.duplicatePolicy, view.policy),
    gemarkeerd: Object.fromEntries(duplicatePolicies.map((policy) => [apiValueOf(termTables.duplicatePolicy, policy), view.flagged[policy]])),
    paren: Object.fromEntries(matchClasses.map((matchClass) => [apiValueOf(termTables.matchClass, matchClass), view.pairs[matchClass] ?? 0])),
    _links: { self: links.duplicatePolicy(importId) },
  };
}
