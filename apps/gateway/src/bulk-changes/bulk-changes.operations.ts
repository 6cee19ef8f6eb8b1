import { mostNamedRecords } from '@gids/contracts';
import { z } from 'zod';
import { exampleLinks, pageExample } from '../api/examples.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { commaList, importIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { repeatable } from '../idempotency/idempotency-key.js';
import { filterBody, recordFilterSchema } from '../import-records/record-filter-schema.js';
import { bulkChangeExample, bulkChangeSchema, bulkItemExample, bulkItemSchema, bulkOrderSchema, bulkOutcomeSchema, toBulkChange, toBulkItem } from './bulk-change.js';

const tag = 'Bulkwijzigingen';
const example = toBulkChange(bulkChangeExample, exampleLinks);
const params = z.strictObject({ id: z.uuid().describe('Id van de bulkwijziging.') });
const accepted = {
  status: 202,
  description: 'Aangenomen; volg de voortgang op het adres in `Location`.',
  schema: bulkChangeSchema,
  example,
  headers: { Location: 'Adres van de bulkwijziging.' },
} as const;

export const startBulkChange = defineOperation({
  id: 'startBulkwijziging',
  method: 'post',
  path: '/bulkwijzigingen',
  tag,
  summary: 'Wijzig veel organisatie-importen tegelijk',
  description: [
    'Gewijzigd wordt precies wat op dit moment bedoeld is met `filter` of `ids`. Zijn dat er niet zoveel als `verwachtAantal`, dan verandert er niets (409) en staat in het antwoord hoeveel het er zijn.',
    'Wat niet kan, zoals een gekoppelde organisatie op een andere publicatieactie zetten, wordt voor dat record geweigerd; de rest gaat door.',
  ].join('\n'),
  input: {
    headers: repeatable,
    body: named(
      'BulkwijzigingStarten',
      z
        .strictObject({
          filter: recordFilterSchema.optional(),
          ids: filterBody.ids,
          verwachtAantal: z.int().min(1).max(10_000_000).describe('Hoeveel records u denkt te wijzigen.'),
          wijziging: bulkOrderSchema,
        })
        .refine(({ filter, ids }) => (filter === undefined) !== (ids === undefined), { path: ['filter'], error: `Geef filter, of ids van ten hoogste ${mostNamedRecords} records: één van de twee.` }),
    ),
  },
  success: accepted,
  problems: [403, 409],
});

export const listBulkChanges = defineOperation({
  id: 'lijstBulkwijzigingen',
  method: 'get',
  path: '/bulkwijzigingen',
  tag,
  summary: 'Toon bulkwijzigingen, nieuwste eerst',
  input: { query: z.strictObject({ import: importIdSchema.optional(), ...pageQuery }) },
  success: { status: 200, description: 'Eén pagina van de lijst.', schema: named('BulkwijzigingPagina', pageSchema(bulkChangeSchema)), example: pageExample(example, '/v1/bulkwijzigingen') },
});

export const showBulkChange = defineOperation({
  id: 'toonBulkwijziging',
  method: 'get',
  path: '/bulkwijzigingen/{id}',
  tag,
  summary: 'Toon hoe ver een bulkwijziging is',
  input: { params },
  success: { status: 200, description: 'De bulkwijziging.', schema: bulkChangeSchema, example },
  problems: [404],
});

export const listBulkItems = defineOperation({
  id: 'lijstBulkregels',
  method: 'get',
  path: '/bulkwijzigingen/{id}/regels',
  tag,
  summary: 'Toon wat er met elk record gebeurd is',
  input: { params, query: z.strictObject({ uitkomst: commaList(bulkOutcomeSchema).describe('Een of meer uitkomsten.').optional(), ...pageQuery }) },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst, in de volgorde waarin de records gedaan worden.',
    schema: named('BulkregelPagina', pageSchema(bulkItemSchema)),
    example: pageExample(toBulkItem(bulkItemExample, exampleLinks), `/v1/bulkwijzigingen/${bulkChangeExample.id}/regels?uitkomst=geweigerd`),
  },
  problems: [404],
});

export const undoBulkChange = defineOperation({
  id: 'draaiBulkwijzigingTerug',
  method: 'post',
  path: '/bulkwijzigingen/{id}/terugdraaiing',
  tag,
  summary: 'Draai een bulkwijziging terug',
  description: 'Elk record dat gewijzigd is krijgt terug wat het had, behalve waar intussen iemand hetzelfde gewijzigd heeft.',
  input: { params, headers: repeatable },
  success: accepted,
  problems: [403, 404, 409],
});
