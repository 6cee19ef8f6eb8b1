import { z } from 'zod';
import { exampleLinks } from '../api/examples.js';
import { linkSchema } from '../api/links.js';
import { named } from '../api/schema-registry.js';
import { defineOperation } from '../http/operation.js';
import { seenVersion } from '../http/version-tag.js';
import { repeatable } from '../idempotency/idempotency-key.js';
import { savedViewExample, savedViewInputSchema, savedViewSchema, toSavedView } from './saved-view.js';

const tag = 'Weergaven';
const example = toSavedView(savedViewExample, exampleLinks);
const params = z.strictObject({ id: z.uuid().describe('Id van de weergave.') });

export const listViews = defineOperation({
  id: 'lijstWeergaven',
  method: 'get',
  path: '/weergaven',
  tag,
  summary: 'Toon uw bewaarde weergaven',
  input: {},
  success: {
    status: 200,
    description: 'Uw weergaven, op naam.',
    schema: named('Weergaven', z.object({ _embedded: z.object({ item: z.array(savedViewSchema) }), _links: z.object({ self: linkSchema }) })),
    example: { _embedded: { item: [example] }, _links: { self: { href: `${exampleLinks.baseUrl}/v1/weergaven` } } },
  },
});

export const showView = defineOperation({
  id: 'toonWeergave',
  method: 'get',
  path: '/weergaven/{id}',
  tag,
  summary: 'Toon één weergave',
  description: 'Ook die van een ander: wie het adres heeft, kan haar gebruiken. De gegevens zelf ziet u alleen met uw eigen rechten.',
  input: { params },
  success: { status: 200, description: 'De weergave.', schema: savedViewSchema, example, versioned: true },
  problems: [404],
});

export const makeView = defineOperation({
  id: 'maakWeergave',
  method: 'post',
  path: '/weergaven',
  tag,
  summary: 'Bewaar een weergave',
  input: { headers: repeatable, body: savedViewInputSchema },
  success: { status: 201, description: 'De weergave.', schema: savedViewSchema, example, versioned: true, headers: { Location: 'Adres van de weergave.' } },
  problems: [409],
});

export const changeView = defineOperation({
  id: 'wijzigWeergave',
  method: 'put',
  path: '/weergaven/{id}',
  tag,
  summary: 'Vervang een eigen weergave',
  input: { params, headers: seenVersion, body: savedViewInputSchema },
  success: { status: 200, description: 'De weergave zoals zij geworden is.', schema: savedViewSchema, example, versioned: true },
  problems: [404, 409],
});

export const removeView = defineOperation({
  id: 'verwijderWeergave',
  method: 'delete',
  path: '/weergaven/{id}',
  tag,
  summary: 'Verwijder een eigen weergave',
  input: { params },
  success: { status: 204, description: 'De weergave is er niet meer.' },
  problems: [404],
});
