import { z } from 'zod';
import { deadLetterExample, exampleLinks, pageExample, queueStateExample } from '../api/examples.js';
import { pageQuery, pageSchema } from '../api/page.js';
import {
  allQueuesSchema,
  deadLetterDetailSchema,
  deadLetterSchema,
  deadLetterStateSchema,
  redrivenSchema,
  redriveSchema,
  serviceSchema,
  toDeadLetter,
  toServiceQueues,
} from '../api/queue.js';
import { named } from '../api/schema-registry.js';
import { defineOperation } from '../http/operation.js';

const example = toDeadLetter('mapper', deadLetterExample, exampleLinks);
const service = z.strictObject({ dienst: serviceSchema });

export const listQueues = defineOperation({
  id: 'lijstWachtrijen',
  method: 'get',
  path: '/wachtrijen',
  tag: 'Wachtrijen',
  summary: 'Toon wat er bij elke dienst wacht',
  input: {},
  success: {
    status: 200,
    description: 'Alle diensten; een dienst die niet antwoordt staat erbij als niet bereikbaar.',
    schema: allQueuesSchema,
    example: {
      _embedded: { item: [toServiceQueues('mapper', queueStateExample, exampleLinks)] },
      _links: { self: { href: `${exampleLinks.baseUrl}/v1/wachtrijen` } },
    },
  },
});

export const listDeadLetters = defineOperation({
  id: 'lijstTerzijdeBerichten',
  method: 'get',
  path: '/wachtrijen/{dienst}/berichten',
  tag: 'Wachtrijen',
  summary: 'Toon de berichten die een dienst terzijde legde',
  input: {
    params: service,
    query: z.strictObject({ status: deadLetterStateSchema.optional(), ...pageQuery }),
  },
  success: {
    status: 200,
    description: 'Eén pagina, nieuwste eerst.',
    schema: named('TerzijdeBerichtPagina', pageSchema(deadLetterSchema)),
    example: pageExample(example, '/v1/wachtrijen/mapper/berichten?status=open'),
  },
});

export const showDeadLetter = defineOperation({
  id: 'toonTerzijdeBericht',
  method: 'get',
  path: '/wachtrijen/{dienst}/berichten/{id}',
  tag: 'Wachtrijen',
  summary: 'Toon één terzijde gelegd bericht met zijn inhoud',
  input: { params: service.extend({ id: z.uuid().describe('Id van het bericht.') }) },
  success: {
    status: 200,
    description: 'Het bericht.',
    schema: deadLetterDetailSchema,
    example: { ...example, inhoud: deadLetterExample.payload },
  },
  problems: [404],
});

export const redrive = defineOperation({
  id: 'verstuurOpnieuw',
  method: 'post',
  path: '/wachtrijen/{dienst}/_opnieuw',
  tag: 'Wachtrijen',
  summary: 'Verstuur terzijde gelegde berichten opnieuw',
  description: 'De berichten houden hun id: wat al verwerkt was, gebeurt geen tweede keer. Zonder inhoud gaan alle open berichten.',
  input: { params: service, body: redriveSchema.optional() },
  success: { status: 200, description: 'Hoeveel berichten er gaan.', schema: redrivenSchema, example: { opnieuwVerstuurd: 1 } },
});
