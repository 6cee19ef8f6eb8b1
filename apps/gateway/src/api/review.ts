import type { ReviewItem, ReviewRound } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { lines, moment } from './values.js';

export const reviewReasonSchema = named('Controlereden', termSchema(termTables.reviewReason, 'Waarom het systeem dit niet kan beoordelen.'));

export const reviewRoundSchema = named(
  'Controleronde',
  z
    .object({
      id: z.int().positive().describe('Id van de controleronde.'),
      import: z.string().describe('Id van de import.'),
      geopendOp: moment('Begin van de ronde.'),
      geslotenOp: moment('Einde van de ronde.').nullable(),
      geslotenDoor: z.string().nullable(),
      totaal: z.int().nonnegative().describe('Wat er te beoordelen was.'),
      beoordeeld: z.int().nonnegative().describe('Wat daarvan beoordeeld is.'),
      _links: z.object({ self: linkSchema, items: linkSchema }),
    })
    .describe('Wat er na een import beoordeeld moet worden.'),
);
export type ApiReviewRound = z.infer<typeof reviewRoundSchema>;

export const reviewItemSchema = named(
  'ControlerondeItem',
  z
    .object({
      id: z.int().positive().describe('Id van het item.'),
      organisatieimportId: z.string().describe('Id van de organisatie-import waar het over gaat.'),
      naam: z.string(),
      bronId: z.string(),
      reden: reviewReasonSchema,
      toelichting: z.string().describe('Wat er te beoordelen is, in één zin.'),
      geopendOp: moment('Wanneer het in de lijst kwam.'),
      beoordeeldOp: moment('Wanneer het beoordeeld is.').nullable(),
      beoordeeldDoor: z.string().nullable(),
      oordeel: z.string().nullable(),
      opvolgerId: z.string().nullable().describe('Bij een hernummering: id van de organisatie-import die de opvolger lijkt.'),
      _links: z.object({ organisatieimport: linkSchema, opvolger: linkSchema.optional() }),
    })
    .describe('Iets dat het systeem niet zelf kan beoordelen.'),
);
export type ApiReviewItem = z.infer<typeof reviewItemSchema>;

export const reviewJudgementSchema = named(
  'ItemBeoordelen',
  z.strictObject({ oordeel: lines(1_000).default('').describe('Wat u vond, in uw eigen woorden; mag leeg blijven.') }),
);

/** @returns a review round as the API tells it */
export function toReviewRound(view: ReviewRound, links: ApiLinks): ApiReviewRound {
  return {
    id: view.id,
    import: view.importId,
    geopendOp: view.openedAt,
    geslotenOp: view.closedAt ?? null,
    geslotenDoor: view.closedBy ?? null,
    totaal: view.total,
    beoordeeld: view.judged,
    _links: { self: links.reviewRound(view.importId), items: links.reviewItems(view.importId) },
  };
}

/** @returns an item of a review round as the API tells it */
export function toReviewItem(view: ReviewItem, links: ApiLinks): ApiReviewItem {
  const successor = view.successorId === undefined ? undefined : String(view.successorId);
  return {
    id: view.id,
    organisatieimportId: String(view.recordId),
    naam: view.name,
    bronId: view.bronId,
    reden: apiValueOf(termTables.reviewReason, view.reason),
    toelichting: view.explanation,
    geopendOp: view.openedAt,
    beoordeeldOp: view.judgedAt ?? null,
    beoordeeldDoor: view.judgedBy ?? null,
    oordeel: view.judgement ?? null,
    opvolgerId: successor ?? null,
    _links: { organisatieimport: links.importRecord(String(view.recordId)), ...(successor && { opvolger: links.importRecord(successor) }) },
  };
}
