import { z } from 'zod';
import { exampleLinks, pageExample } from '../api/examples.js';
import { messageExample } from '../api/inbox-examples.js';
import { messageChangeSchema, messageDetailSchema, messageIdSchema, messageSchema, toMessage, toMessageDetail } from '../api/message.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { flag } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Meldingen';
const ofMessage = z.strictObject({ id: messageIdSchema });
const example = toMessage(messageExample, exampleLinks);

/** One page of an inbox, with how many of all messages are unread. */
export const inboxPageSchema = named('MeldingPagina', pageSchema(messageSchema).extend({ ongelezen: z.int().nonnegative().describe('Hoeveel u er nog niet gelezen heeft.') }));

export const listMessages = defineOperation({
  id: 'lijstMeldingen',
  method: 'get',
  path: '/meldingen',
  tag,
  summary: 'Toon uw meldingen, nieuwste eerst',
  input: { query: z.strictObject({ gelezen: flag().describe('Alleen wat u wel of niet gelezen heeft.').optional(), ...pageQuery }) },
  success: {
    status: 200,
    description: 'Eén pagina van uw meldingen.',
    schema: inboxPageSchema,
    example: { ...pageExample(example, '/v1/meldingen?gelezen=false'), ongelezen: 1 },
  },
});

export const showMessage = defineOperation({
  id: 'toonMelding',
  method: 'get',
  path: '/meldingen/{id}',
  tag,
  summary: 'Toon een melding aan u',
  input: { params: ofMessage },
  success: { status: 200, description: 'De melding.', schema: messageDetailSchema, example: toMessageDetail(messageExample, exampleLinks) },
  problems: [404],
});

export const changeMessage = defineOperation({
  id: 'wijzigMelding',
  method: 'patch',
  path: '/meldingen/{id}',
  tag,
  summary: 'Zet een melding op gelezen of ongelezen',
  input: { params: ofMessage, body: messageChangeSchema },
  success: { status: 200, description: 'De melding zoals zij geworden is.', schema: messageSchema, example },
  problems: [404],
});
