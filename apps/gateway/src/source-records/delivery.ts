import { deliveredRecordSchema, deliveryExample, mostRecordsPerPart, type DeliveryView } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from '../api/links.js';
import { named } from '../api/schema-registry.js';
import { moment } from '../api/values.js';

export const deliverySchema = named(
  'Levering',
  z
    .object({
      id: z.uuid(),
      bron: z.string().describe('Id van de importbron.'),
      volledig: z.boolean(),
      door: z.string().describe('Wie de levering begon; alleen die kan ermee verder.'),
      geopendOp: moment('Begin van de levering.'),
      delen: z.int().nonnegative().describe('Delen die ontvangen zijn.'),
      records: z.int().nonnegative().describe('Records die ontvangen zijn.'),
      runId: z.uuid().nullable().describe('De run die de levering bij het afsluiten geworden is.'),
      _links: z.object({ self: linkSchema, run: linkSchema.optional() }),
    })
    .describe('Records van een bron die in delen worden aangeleverd.'),
);
export type Delivery = z.infer<typeof deliverySchema>;

export const recordsSchema = named(
  'LeveringDeel',
  z.strictObject({
    nummer: z.int().min(1).max(100_000).describe('Nummer van het deel, vanaf 1. Hetzelfde deel nog eens sturen mag.'),
    records: z
      .array(named('Bronrecord', deliveredRecordSchema.describe('Waarden bij de kolomnamen van de bron, als tekst. Ontbreken, `null` en `""` betekenen alle drie: geen waarde.')))
      .min(1)
      .max(mostRecordsPerPart),
  }),
);

/** @returns a delivery as the API shows it */
export function toDelivery({ id, sourceId, full, requestedBy, openedAt, parts, records, runId }: DeliveryView, links: ApiLinks): Delivery {
  return {
    id,
    bron: sourceId,
    volledig: full,
    door: requestedBy,
    geopendOp: openedAt,
    delen: parts,
    records,
    runId: runId ?? null,
    _links: { self: links.delivery(sourceId, id), ...(runId && { run: links.importRun(runId) }) },
  };
}

export { deliveryExample };
