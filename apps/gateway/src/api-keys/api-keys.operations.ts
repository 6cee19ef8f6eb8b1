import { z } from 'zod';
import { apiKeyCreationSchema, apiKeySchema, createdApiKeySchema, toApiKey } from '../api/api-key.js';
import { exampleLinks, pageExample } from '../api/examples.js';
import { knownImportSchema } from '../api/import-right.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { flag } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Sleutels';
const example = toApiKey(
  {
    id: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
    name: 'duo-levering',
    importId: 'duo',
    prefix: 'imp_live_4f2a90c1de',
    createdBy: 'beheerder',
    createdAt: new Date('2026-08-04T06:00:00.000Z'),
    expiresAt: new Date('2027-08-04T06:00:00.000Z'),
    lastUsedAt: null,
    revokedAt: null,
  },
  new Date('2026-08-04T06:00:00.000Z'),
  exampleLinks,
);

export const listApiKeys = defineOperation({
  id: 'lijstSleutels',
  method: 'get',
  path: '/sleutels',
  tag,
  summary: 'Toon de sleutels van scripts',
  input: {
    query: z.strictObject({
      import: knownImportSchema.optional(),
      geldig: flag().describe('Alleen de sleutels die wel of niet meer gelden.').optional(),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst, nieuwste eerst; de sleutels zelf staan er niet in.',
    schema: named('SleutelPagina', pageSchema(apiKeySchema)),
    example: pageExample(example, '/v1/sleutels?geldig=true'),
  },
});

export const createApiKey = defineOperation({
  id: 'maakSleutel',
  method: 'post',
  path: '/sleutels',
  tag,
  summary: 'Maak een sleutel voor een script',
  description: 'Per naam en import gelden er ten hoogste twee tegelijk: maak de nieuwe, zet het script over en trek de oude in.',
  input: { body: apiKeyCreationSchema },
  success: {
    status: 201,
    description: 'De sleutel, die alleen in dit antwoord staat.',
    schema: createdApiKeySchema,
    example: { ...example, sleutel: 'imp_live_4f2a90c1de_…' },
    headers: { Location: 'Adres van de sleutel, om hem in te trekken.' },
  },
  problems: [409],
});

export const revokeApiKey = defineOperation({
  id: 'trekSleutelIn',
  method: 'delete',
  path: '/sleutels/{id}',
  tag,
  summary: 'Trek een sleutel in',
  description: 'Vanaf de volgende vraag van het script.',
  input: { params: z.strictObject({ id: z.uuid().describe('Id van de sleutel.') }) },
  success: { status: 204, description: 'De sleutel is ingetrokken.' },
  problems: [404],
});
