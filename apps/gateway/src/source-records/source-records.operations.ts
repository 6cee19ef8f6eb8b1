import { z } from 'zod';
import { exampleLinks } from '../api/examples.js';
import { named } from '../api/schema-registry.js';
import { sourceIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { repeatable } from '../idempotency/idempotency-key.js';
import { deliveryExample, deliverySchema, recordsSchema, toDelivery } from './delivery.js';

const tag = 'Importbronnen';
const example = toDelivery(deliveryExample, exampleLinks);
const params = z.strictObject({ id: sourceIdSchema, leveringId: z.uuid().describe('Id van de levering.') });
const path = '/importbronnen/{id}/leveringen';

export const openDelivery = defineOperation({
  id: 'openLevering',
  method: 'post',
  path,
  tag,
  summary: 'Begin records van een bron in delen aan te leveren',
  description: [
    'Stuur daarna de delen, en sluit af: dan wordt de levering een run, net als een bestand dat u aanlevert. Een levering bevat altijd alles van de bron; wat er niet in zit, geldt als verdwenen.',
    'Waar een dag lang niets meer van komt, vervalt.',
  ].join('\n'),
  input: {
    params: z.strictObject({ id: sourceIdSchema }),
    headers: repeatable,
    body: named('LeveringOpenen', z.strictObject({ volledig: z.boolean().default(false).describe('Stuurt ook ongewijzigde records door de hele keten.') })),
  },
  success: { status: 201, description: 'De levering.', schema: deliverySchema, example, headers: { Location: 'Adres van de levering.' } },
  problems: [403, 404],
});

export const receiveRecords = defineOperation({
  id: 'leverDeel',
  method: 'post',
  path: `${path}/{leveringId}/delen`,
  tag,
  summary: 'Lever een deel van de records',
  description: 'Ten hoogste 1.000 records en 1 MB per deel. Een deel wordt in zijn geheel opgeslagen of niet; alle fouten komen samen terug. Delen mogen door elkaar en meer dan eens komen.',
  input: { params, body: recordsSchema },
  success: { status: 200, description: 'De levering tot nu toe.', schema: deliverySchema, example },
  problems: [403, 404, 409],
});

export const closeDelivery = defineOperation({
  id: 'sluitLevering',
  method: 'post',
  path: `${path}/{leveringId}/afsluiting`,
  tag,
  summary: 'Sluit een levering af',
  description: 'Zijn er niet zoveel records als u zegt, dan wordt er niets van een run (409) en kunt u de rest nog sturen.',
  input: { params, body: named('LeveringAfsluiten', z.strictObject({ verwachtAantal: z.int().min(1).max(10_000_000).describe('Hoeveel records u in totaal gestuurd hebt.') })) },
  success: { status: 200, description: 'De levering met haar run.', schema: deliverySchema, example: { ...example, runId: deliveryExample.id, _links: { ...example._links, run: exampleLinks.importRun(deliveryExample.id) } } },
  problems: [403, 404, 409],
});

export const showDelivery = defineOperation({
  id: 'toonLevering',
  method: 'get',
  path: `${path}/{leveringId}`,
  tag,
  summary: 'Toon hoe ver een levering is',
  input: { params },
  success: { status: 200, description: 'De levering.', schema: deliverySchema, example },
  problems: [403, 404],
});
