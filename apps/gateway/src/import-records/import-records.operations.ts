import { z } from 'zod';
import { exampleLinks, pageExample, recordDetailExample } from '../api/examples.js';
import {
  importRecordDetailSchema,
  importRecordSchema,
  importStatusSchema,
  publicationActionSchema,
  sortFields,
  toImportRecord,
  toImportRecordDetail,
} from '../api/import-record.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { commaList, digits, flag, importIdSchema, sourceIdSchema, text } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const sortKeys = Object.keys(sortFields).flatMap((field) => [field, `-${field}`]) as [string, ...string[]];

export const listImportRecords = defineOperation({
  id: 'lijstOrganisatieimporten',
  method: 'get',
  path: '/organisatieimporten',
  tag: 'Organisatie-importen',
  summary: 'Zoek in de geïmporteerde organisaties',
  description: 'Alle voorwaarden moeten kloppen. Geef meer waarden van één parameter met een komma ertussen.',
  input: {
    query: z.strictObject({
      importstatus: commaList(importStatusSchema).describe('Een of meer importstatussen.').optional(),
      publicatieactie: commaList(publicationActionSchema).describe('Een of meer publicatieacties.').optional(),
      naam: text(200).describe('Deel van de naam; hoofdletters en accenten tellen niet.').optional(),
      bronId: text(100).describe('Het BronID bij de bron.').optional(),
      bron: sourceIdSchema.optional(),
      import: importIdSchema.optional(),
      gidsId: digits(1, 2_147_483_647).describe('Het G!DS-ID.').optional(),
      zichtbaar: flag().describe('Alleen wat wel of niet zichtbaar is.').optional(),
      sort: commaList(z.enum(sortKeys), 3).describe('Volgorde, met een min voor aflopend: `-naam,importstatus`.').optional(),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst.',
    schema: named('OrganisatieimportPagina', pageSchema(importRecordSchema)),
    example: pageExample(toImportRecord(recordDetailExample, exampleLinks), '/v1/organisatieimporten?importstatus=dubbelenGevonden'),
  },
});

export const showImportRecord = defineOperation({
  id: 'toonOrganisatieimport',
  method: 'get',
  path: '/organisatieimporten/{id}',
  tag: 'Organisatie-importen',
  summary: 'Toon één geïmporteerde organisatie',
  input: { params: z.strictObject({ id: digits(1, 2_147_483_647).describe('Id van de organisatie-import.') }) },
  success: {
    status: 200,
    description: 'De geïmporteerde organisatie met alles erachter.',
    schema: importRecordDetailSchema,
    example: { ...toImportRecordDetail(recordDetailExample, exampleLinks), organisatie: null },
  },
  problems: [404],
});
