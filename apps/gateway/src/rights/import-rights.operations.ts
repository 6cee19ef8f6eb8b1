import { z } from 'zod';
import { accountNameSchema } from '../api/account.js';
import { exampleLinks, pageExample } from '../api/examples.js';
import { importRightGrantSchema, importRightSchema, knownImportSchema, toImportRight } from '../api/import-right.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { importIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'Importrechten';
const example = toImportRight({ account: 'm.devries', importId: 'duo', grantedBy: 'beheerder', grantedAt: new Date('2026-08-04T06:00:00.000Z') }, exampleLinks);

export const listImportRights = defineOperation({
  id: 'lijstImportrechten',
  method: 'get',
  path: '/importrechten',
  tag,
  summary: 'Toon wie welke import mag beheren',
  input: {
    query: z.strictObject({
      account: accountNameSchema.optional(),
      import: knownImportSchema.optional(),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst, op account en import.',
    schema: named('ImportrechtPagina', pageSchema(importRightSchema)),
    example: pageExample(example, '/v1/importrechten?import=duo'),
  },
});

export const grantImportRight = defineOperation({
  id: 'geefImportrecht',
  method: 'post',
  path: '/importrechten',
  tag,
  summary: 'Geef iemand het importrecht van een import',
  description: 'Het geldt vanaf de volgende vraag van die persoon. Wie het recht al heeft, houdt het zoals het gegeven was.',
  input: { body: importRightGrantSchema },
  success: { status: 201, description: 'Het importrecht.', schema: importRightSchema, example, headers: { Location: 'Adres van het importrecht, om het in te trekken.' } },
  problems: [404],
});

export const withdrawImportRight = defineOperation({
  id: 'trekImportrechtIn',
  method: 'delete',
  path: '/importrechten/{import}/{account}',
  tag,
  summary: 'Trek een importrecht in',
  description: 'Vanaf de volgende vraag van die persoon.',
  input: { params: z.strictObject({ import: importIdSchema, account: accountNameSchema }) },
  success: { status: 204, description: 'Het importrecht is ingetrokken.' },
  problems: [404],
});
