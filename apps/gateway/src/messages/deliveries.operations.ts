import { z } from 'zod';
import { deliveryDecisionSchema, deliverySchema, deliveryStateSchema, releasedSchema, toDelivery } from '../api/mail-delivery.js';
import { pageExample } from '../api/examples.js';
import { deliveryExample } from '../api/inbox-examples.js';
import { messageIdSchema } from '../api/message.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { commaList } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Meldingen';
const example = toDelivery(deliveryExample);

export const listDeliveries = defineOperation({
  id: 'lijstBezorgingen',
  method: 'get',
  path: '/bezorgingen',
  tag,
  summary: 'Toon hoe het met de e-mail gaat, laatste wijziging eerst',
  input: { query: z.strictObject({ status: commaList(deliveryStateSchema).describe('Een of meer statussen.').optional(), ...pageQuery }) },
  success: {
    status: 200,
    description: 'Eén pagina bezorgingen.',
    schema: named('BezorgingPagina', pageSchema(deliverySchema)),
    example: pageExample(example, '/v1/bezorgingen?status=onbevestigd,mislukt'),
  },
});

export const decideDelivery = defineOperation({
  id: 'beslisOverBezorging',
  method: 'post',
  path: '/bezorgingen/{id}/besluiten',
  tag,
  summary: 'Beslis over een e-mail die mislukt of onbevestigd is',
  description: 'Zulke e-mail gaat nooit vanzelf opnieuw weg, zodat niemand hem twee keer krijgt. Opnieuw versturen houdt hetzelfde Message-ID.',
  input: { params: z.strictObject({ id: messageIdSchema }), body: deliveryDecisionSchema },
  success: { status: 200, description: 'De bezorging zoals zij geworden is.', schema: deliverySchema, example: { ...example, status: 'verzonden', beslistDoor: 'beheerder' } },
  problems: [404, 409],
});

export const releaseMail = defineOperation({
  id: 'geefPostVrij',
  method: 'post',
  path: '/bezorgingen/_vrijgeven',
  tag,
  summary: 'Geef de e-mail vrij die is tegengehouden omdat het er te veel waren',
  input: {},
  success: { status: 200, description: 'Hoeveel e-mails nu weggaan.', schema: releasedSchema, example: { vrijgegeven: 3_000 } },
});
