import { z } from 'zod';
import { named } from './schema-registry.js';

/** One thing that is wrong with the input (N5). */
export const inputErrorSchema = named(
  'Invoerfout',
  z.object({
    veld: z.string().describe('Naam van de parameter, of de plaats in de inhoud als JSON-pointer zonder eerste streep.'),
    code: z.string().describe('Vaste code van de fout, zoals `verplicht` of `onbekendVeld`.'),
    melding: z.string().describe('Wat er mis is en wat u kunt doen.'),
  }),
);
export type InputError = z.infer<typeof inputErrorSchema>;

/** RFC 9457 (N4); the members after `instance` are ours. */
export const problemSchema = named(
  'Probleem',
  z
    .object({
      type: z.string().describe('Soort probleem; `about:blank` waar de status genoeg zegt.'),
      status: z.int().min(400).max(599).describe('HTTP-status.'),
      title: z.string().describe('Korte naam van het probleem.'),
      detail: z.string().describe('Wat er aan de hand is en wat u kunt doen.'),
      instance: z.string().describe('Het pad dat gevraagd is.'),
      code: z.string().optional().describe('Vaste code van de oorzaak.'),
      correlatieId: z.string().describe('Noem deze id als u het probleem meldt.'),
      fouten: z.array(inputErrorSchema).optional().describe('Alle fouten in de invoer samen.'),
    })
    .describe('Een probleem volgens RFC 9457.'),
);
export type ApiProblem = z.infer<typeof problemSchema>;
