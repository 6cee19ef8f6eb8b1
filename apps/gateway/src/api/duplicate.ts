import type { Duplicate } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, codeOf, termSchema, termTables } from './terms.js';
import { gidsIdInBody } from './values.js';

const verdictSchema = named('Dubbeloordeel', termSchema(termTables.duplicateVerdict, 'Wat iemand van het paar vond.'));

export const duplicateSchema = named(
  'Dubbele',
  z.object({
    gidsId: z.int().positive(),
    naam: z.string(),
    plaats: z.string().nullable(),
    zichtbaar: z.boolean().describe('Alleen een zichtbare dubbele houdt de geïmporteerde organisatie tegen.'),
    gevondenOp: z.array(termSchema(termTables.match, 'Waarop de dubbele gevonden is.')),
    klasse: named('Dubbelklasse', termSchema(termTables.matchClass, 'Hoe zeker het is dat het dezelfde organisatie is.')),
    score: z.number().describe('Gewicht van alles wat vergeleken is, in bits: hoe hoger, hoe zekerder.'),
    telt: z.boolean().describe('Of dit een dubbele is onder het dubbelbeleid en het oordeel van mensen.'),
    oordeel: verdictSchema.nullable().describe('Oordeel van een mens; `null` waar niemand oordeelde.'),
    redenen: z.array(z.string()),
  }),
);
export type ApiDuplicate = z.infer<typeof duplicateSchema>;

export const candidatesSchema = named(
  'Kandidaten',
  z
    .object({ _embedded: z.object({ item: z.array(duplicateSchema) }), _links: z.object({ self: linkSchema, organisatieimport: linkSchema }) })
    .describe('De organisaties waar een geïmporteerde organisatie op lijkt, ook die niet als dubbele tellen.'),
);
export type Candidates = z.infer<typeof candidatesSchema>;

export const judgementSchema = named(
  'KandidaatBeoordelen',
  z.strictObject({
    kandidaatId: gidsIdInBody('G!DS-ID van de kandidaat.'),
    oordeel: verdictSchema.nullable().describe('Het oordeel; `null` trekt een eerder oordeel in.'),
  }),
);

/** @returns a duplicate as the API tells it */
export function toDuplicate(duplicate: Duplicate): ApiDuplicate {
  return {
    gidsId: duplicate.gidsId,
    naam: duplicate.name,
    plaats: duplicate.town ?? null,
    zichtbaar: duplicate.visible,
    gevondenOp: duplicate.matchedOn.map((match) => apiValueOf(termTables.match, match)),
    klasse: apiValueOf(termTables.matchClass, duplicate.class),
    score: duplicate.score,
    telt: duplicate.counts,
    oordeel: duplicate.verdict === undefined ? null : apiValueOf(termTables.duplicateVerdict, duplicate.verdict),
    redenen: duplicate.reasons,
  };
}

/** @returns the verdict that somebody gave; undefined where one is taken back */
export function toVerdict(oordeel: z.infer<typeof judgementSchema>['oordeel']): Duplicate['verdict'] {
  return oordeel === null ? undefined : codeOf(termTables.duplicateVerdict, oordeel);
}
