import { z } from 'zod';
import { duplicatePolicySchema, policyChangedSchema, policyChangeSchema, toDuplicatePolicy } from '../api/duplicate-policy.js';
import { exampleLinks } from '../api/examples.js';
import { duplicatePolicyExample } from '../api/review-examples.js';
import { named } from '../api/schema-registry.js';
import { termSchema, termTables } from '../api/terms.js';
import { importIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Imports';
const params = z.strictObject({ importId: importIdSchema });
const path = '/imports/{importId}/dubbelbeleid';

export const showDuplicatePolicy = defineOperation({
  id: 'toonDubbelbeleid',
  method: 'get',
  path,
  tag,
  summary: 'Toon het dubbelbeleid van een import, en wat elk beleid zou geven',
  input: { params },
  success: {
    status: 200,
    description: 'Het beleid dat geldt, met de aantallen per beleid en per klasse.',
    schema: duplicatePolicySchema,
    example: toDuplicatePolicy('duo', duplicatePolicyExample, exampleLinks),
  },
  problems: [404],
});

export const changeDuplicatePolicy = defineOperation({
  id: 'wijzigDubbelbeleid',
  method: 'put',
  path,
  tag,
  summary: 'Wijzig het dubbelbeleid van een import',
  description: 'Alle geïmporteerde organisaties worden meteen opnieuw beoordeeld.',
  input: { params, body: policyChangeSchema },
  success: { status: 200, description: 'Hoeveel er veranderde.', schema: policyChangedSchema, example: { beleid: 'verfijnd', gewijzigd: 281 } },
  problems: [403, 404, 409],
});

const total = (description: string) => z.int().nonnegative().describe(description);

export const cleanUpImport = defineOperation({
  id: 'schoonImportOp',
  method: 'post',
  path: '/imports/{importId}/opschoningen',
  tag,
  summary: 'Verberg of verwijder alles wat een import bracht',
  description: 'Kopieën en alles wat in de gids wordt beheerd blijven. Klopt het aantal dat u verwacht niet, dan gebeurt er niets.',
  input: {
    params,
    body: named(
      'ImportOpschonen',
      z.strictObject({
        wijze: named('Opschoonwijze', termSchema(termTables.cleanUpMode, 'Wat er met de organisaties gebeurt.')),
        verwachtAantal: z.int().min(0).max(10_000_000).describe('Hoeveel organisaties u verwacht op te schonen.'),
      }),
    ),
  },
  success: {
    status: 200,
    description: 'Hoeveel er opgeschoond zijn.',
    schema: named('ImportOpgeschoond', z.object({ organisaties: total('Aantal organisaties.'), producten: total('Aantal producten.') })),
    example: { organisaties: 31_800, producten: 31_800 },
  },
  problems: [403, 404, 409],
});
