import { z } from 'zod';
import { exampleLinks, pageExample, runExample } from '../api/examples.js';
import { importRunSchema, runStatusSchema, toImportRun } from '../api/import-run.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { commaList, flag, sourceIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { idempotencyHeader, idempotencyKey } from '../idempotency/idempotency-key.js';

const example = toImportRun(runExample, exampleLinks);

export const listRuns = defineOperation({
  id: 'lijstImportruns',
  method: 'get',
  path: '/importruns',
  tag: 'Importruns',
  summary: 'Toon importruns, nieuwste eerst',
  input: {
    query: z.strictObject({
      bronId: sourceIdSchema.optional(),
      status: commaList(runStatusSchema).describe('Een of meer statussen, met een komma ertussen.').optional(),
      sort: z.enum(['-gestartOp']).default('-gestartOp').describe('Volgorde: nieuwste eerst.'),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst.',
    schema: named('ImportrunPagina', pageSchema(importRunSchema)),
    example: pageExample(example, '/v1/importruns?bronId=duo-po'),
  },
});

export const showRun = defineOperation({
  id: 'toonImportrun',
  method: 'get',
  path: '/importruns/{id}',
  tag: 'Importruns',
  summary: 'Toon één importrun',
  input: { params: z.strictObject({ id: z.uuid().describe('Id van de run.') }) },
  success: { status: 200, description: 'De run.', schema: importRunSchema, example },
  problems: [404],
});

const wholeFile = 'Stuurt ook ongewijzigde regels door de hele keten.';

export const pullSchema = named(
  'RunStarten',
  z.strictObject({ bronId: sourceIdSchema, volledig: z.boolean().default(false).describe(wholeFile) }),
);

/** The fields of the form that must come before its file. */
export const uploadFieldsSchema = z.strictObject({ bronId: sourceIdSchema, volledig: flag().default(false).describe(wholeFile) });

export const startRun = defineOperation({
  id: 'startImportrun',
  method: 'post',
  path: '/importruns',
  tag: 'Importruns',
  summary: 'Start een importrun',
  description: [
    'Met JSON wordt het bestand bij de bron opgehaald. Met een formulier (`multipart/form-data`) levert u het bestand zelf aan: eerst de velden `bronId` en eventueel `volledig`, dan het bestand `bestand`.',
    'Breekt u een aanlevering af, dan wacht de run tot zijn termijn verstreken is; met dezelfde `Idempotency-Key` levert u hem opnieuw aan.',
  ].join('\n'),
  input: {
    headers: z.object({
      [idempotencyHeader]: idempotencyKey('Een UUID die u zelf maakt: wie met dezelfde sleutel herhaalt, krijgt dezelfde run.'),
    }),
    body: pullSchema,
  },
  upload: named('RunAanleveren', uploadFieldsSchema.extend({ bestand: z.file().describe('Het bestand, als laatste onderdeel.') })),
  success: {
    status: 201,
    description: 'De run.',
    schema: importRunSchema,
    example,
    headers: { Location: 'Adres van de run.' },
  },
  problems: [403, 404, 409, 413, 415, 429],
});
