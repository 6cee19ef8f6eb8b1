import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { publicationActionSchema, takeOverModeSchema } from './import-record.js';
import { named } from './schema-registry.js';
import { gidsIdInBody, lines } from './values.js';

/** What an import manager may change of a record: the action and the note, and nothing else (R12, R84). */
export const recordChangeSchema = named(
  'OrganisatieimportWijzigen',
  z
    .strictObject({
      publicatieactie: publicationActionSchema.optional(),
      ontkoppelen: z.boolean().describe('Of een gekoppelde organisatie in dezelfde handeling ontkoppeld wordt.').optional(),
      importToelichting: lines(4_000).nullable().describe('Uw toelichting; `null` haalt haar weg.').optional(),
    })
    .refine(({ publicatieactie, importToelichting }) => publicatieactie !== undefined || importToelichting !== undefined, {
      error: 'Geef een publicatieactie, een importToelichting of allebei.',
    })
    .refine(({ publicatieactie, ontkoppelen }) => ontkoppelen === undefined || publicatieactie !== undefined, {
      error: 'Ontkoppelen hoort bij een nieuwe publicatieactie; geef die erbij.',
      path: ['ontkoppelen'],
    }),
);

export const linkChangeSchema = named('Koppelen', z.strictObject({ gidsOrganisatieId: gidsIdInBody('G!DS-ID van de organisatie om aan te koppelen.') }));

export const recordLinkSchema = named(
  'Koppeling',
  z
    .object({
      gidsOrganisatieId: z.int().positive().describe('G!DS-ID van de gekoppelde organisatie.'),
      versie: z.int().positive().describe('Versie van de organisatie-import.'),
      _links: z.object({ self: linkSchema, organisatieimport: linkSchema, gidsOrganisatie: linkSchema }),
    })
    .describe('De koppeling van een geïmporteerde organisatie aan een organisatie van de gids.'),
);
export type RecordLink = z.infer<typeof recordLinkSchema>;

export const suppressionSchema = named(
  'Afschermen',
  z.strictObject({ reden: lines(1_000).trim().min(1).describe('Waarom de gegevens gewist worden.') }),
);

export const takeOverChangeSchema = named(
  'ProductenOvernemen',
  z
    .strictObject({
      wijze: takeOverModeSchema,
      productGidsIds: z.array(gidsIdInBody('G!DS-ID van een product.')).max(1_000).default([]).describe('Bij `selectie`: welke producten.'),
    })
    .refine(({ wijze, productGidsIds }) => (wijze === 'selectie') === productGidsIds.length > 0, {
      error: 'Noem bij `selectie` ten minste één product, en anders geen.',
      path: ['productGidsIds'],
    }),
);

/** @returns the link of a record as the API tells it */
export function toRecordLink(id: number, gidsId: number, version: number, links: ApiLinks): RecordLink {
  return {
    gidsOrganisatieId: gidsId,
    versie: version,
    _links: { self: links.recordLink(String(id)), organisatieimport: links.importRecord(String(id)), gidsOrganisatie: links.directoryOrganisation(gidsId) },
  };
}
