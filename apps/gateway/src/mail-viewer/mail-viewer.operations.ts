import { z } from 'zod';
import { messageIdSchema } from '../api/message.js';
import { digits } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Meldingen';

export const listKeptMail = defineOperation({
  id: 'lijstPost',
  method: 'get',
  path: '/post',
  atRoot: true,
  tag,
  summary: 'Toon de e-mail die bewaard wordt zolang er geen mailserver is',
  description: 'Een systeembeheerder ziet alle e-mail, een ander alleen de eigen.',
  input: { query: z.strictObject({ page: digits(1, 1_000_000).default(1).describe('Nummer van de pagina, vanaf 1.') }) },
  success: { status: 200, description: 'Een pagina met de e-mail, nieuwste eerst.', schema: z.string(), example: '<!doctype html>', mediaType: 'text/html' },
  problems: [404],
  page: true,
});

export const showKeptMail = defineOperation({
  id: 'toonPost',
  method: 'get',
  path: '/post/{id}',
  atRoot: true,
  tag,
  summary: 'Toon een e-mail die bewaard wordt zolang er geen mailserver is',
  input: { params: z.strictObject({ id: messageIdSchema }) },
  success: { status: 200, description: 'De e-mail zoals hij eruitziet.', schema: z.string(), example: '<!doctype html>', mediaType: 'text/html' },
  problems: [404],
  page: true,
});
