import { bulkChangeExample, type BulkChangeView, type BulkItemView, type BulkOrder, type BulkProgressed, type DataOf } from '@gids/contracts';
import { z } from 'zod';
import { publicationActionSchema } from '../api/import-record.js';
import { linkSchema, type ApiLinks } from '../api/links.js';
import { named } from '../api/schema-registry.js';
import { apiValueOf, codeOf, termSchema, termTables } from '../api/terms.js';
import { lines, moment } from '../api/values.js';

const bulkStateSchema = named('Bulkstatus', termSchema(termTables.bulkState, 'Hoe ver een bulkwijziging is.'));
export const bulkOutcomeSchema = named('Bulkuitkomst', termSchema(termTables.bulkOutcome, 'Wat er met een record gebeurd is.'));

/** Exactly one thing is changed, so that undoing is clear. */
export const bulkOrderSchema = named(
  'Bulkopdracht',
  z
    .strictObject({
      publicatieactie: publicationActionSchema.optional(),
      importToelichting: lines(4_000).describe('De toelichting voor al deze records; leeg haalt haar weg.').optional(),
    })
    .refine((order) => Object.values(order).filter((value) => value !== undefined).length === 1, { error: 'Geef publicatieactie of importToelichting: één van de twee.' })
    .describe('Wat er gewijzigd wordt: één ding.'),
);

const shape = {
  id: z.uuid(),
  status: bulkStateSchema,
  wijziging: z.object({ publicatieactie: publicationActionSchema.optional(), importToelichting: z.string().optional() }).nullable().describe('`null` bij een terugdraaiing.'),
  terugdraaiingVan: z.uuid().nullable().describe('De bulkwijziging die hiermee wordt teruggedraaid.'),
  teruggedraaidDoor: z.uuid().nullable().describe('De terugdraaiing van deze bulkwijziging.'),
  imports: z.array(z.string()).describe('De imports van de records.'),
  door: z.string(),
  gevraagdOp: moment('Wanneer dit gevraagd is.'),
  klaarOp: moment('Wanneer het laatste record gedaan was.').nullable(),
  totaal: z.int().nonnegative(),
  gewijzigd: z.int().nonnegative(),
  ongewijzigd: z.int().nonnegative().describe('Wat al zo was.'),
  geweigerd: z.int().nonnegative().describe('Wat niet gewijzigd kon worden, elk met een reden in `regels`.'),
};

export const bulkChangeSchema = named('Bulkwijziging', z.object({ ...shape, _links: z.object({ self: linkSchema, regels: linkSchema }) }).describe('Een wijziging van veel records tegelijk.'));
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export const bulkItemSchema = named(
  'Bulkregel',
  z.object({
    organisatieimportId: z.string(),
    bronId: z.string().nullable().describe('`null` waar het record er niet meer is.'),
    naam: z.string().nullable(),
    uitkomst: bulkOutcomeSchema.nullable().describe('`null` zolang het nog niet aan de beurt was.'),
    reden: z.string().nullable().describe('Waarom het geweigerd is.'),
    _links: z.object({ organisatieimport: linkSchema }),
  }),
);
export type BulkItem = z.infer<typeof bulkItemSchema>;

/** @returns a bulk change as the API shows it; one that was undone has that for its state */
export function toBulkChange(view: BulkChangeView, links: ApiLinks): BulkChange {
  const { id, order, undoes, undoneBy, imports, by, requestedAt, endedAt, total, changed, unchanged, refused } = view;
  return {
    id,
    status: apiValueOf(termTables.bulkState, undoneBy ? 'UNDONE' : view.state),
    wijziging: order ? toOrder(order) : null,
    terugdraaiingVan: undoes ?? null,
    teruggedraaidDoor: undoneBy ?? null,
    imports,
    door: by,
    gevraagdOp: requestedAt,
    klaarOp: endedAt ?? null,
    totaal: total,
    gewijzigd: changed,
    ongewijzigd: unchanged,
    geweigerd: refused,
    _links: { self: links.bulkChange(id), regels: links.bulkItems(id) },
  };
}

function toOrder(order: BulkOrder): NonNullable<BulkChange['wijziging']> {
  return order.kind === 'ACTION' ? { publicatieactie: apiValueOf(termTables.publicationAction, order.publicationAction) } : { importToelichting: order.note };
}

/** @returns what the publisher is asked to change */
export function fromOrder({ publicatieactie, importToelichting }: z.output<typeof bulkOrderSchema>): BulkOrder {
  if (publicatieactie) return { kind: 'ACTION', publicationAction: codeOf(termTables.publicationAction, publicatieactie) };
  return { kind: 'NOTE', note: importToelichting ?? '' };
}

export function toBulkItem({ recordId, sourceRecordId, name, outcome, message }: BulkItemView, links: ApiLinks): BulkItem {
  return {
    organisatieimportId: String(recordId),
    bronId: sourceRecordId ?? null,
    naam: name ?? null,
    uitkomst: outcome ? apiValueOf(termTables.bulkOutcome, outcome) : null,
    reden: message ?? null,
    _links: { organisatieimport: links.importRecord(String(recordId)) },
  };
}

export const bulkProgressEventSchema = named(
  'BulkvoortgangGebeurtenis',
  z
    .object({ bulkwijzigingId: z.uuid(), imports: shape.imports, status: bulkStateSchema, totaal: shape.totaal, gewijzigd: shape.gewijzigd, ongewijzigd: shape.ongewijzigd, geweigerd: shape.geweigerd })
    .describe('Gegevens van `bulk.voortgang`.'),
);
export type BulkProgressEvent = z.infer<typeof bulkProgressEventSchema>;

export const ofBulkProgressed = (data: DataOf<typeof BulkProgressed>): BulkProgressEvent => ({
  bulkwijzigingId: data.bulkId,
  imports: data.imports,
  status: apiValueOf(termTables.bulkState, data.state),
  totaal: data.total,
  gewijzigd: data.changed,
  ongewijzigd: data.unchanged,
  geweigerd: data.refused,
});

export const bulkItemExample: BulkItemView = {
  recordId: 1_042,
  sourceRecordId: '16AH00',
  name: "OBS 't Eenspan",
  outcome: 'REFUSED',
  message: 'Dit record is gekoppeld aan G!DS 102938.',
};
export { bulkChangeExample };
