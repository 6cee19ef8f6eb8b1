import { z } from 'zod';
import { exampleLinks, pageExample, recordDetailExample } from '../api/examples.js';
import {
  importRecordDetailSchema,
  importRecordSchema,
  importStatusSchema,
  publicationActionSchema,
  recordTypeSchema,
  sortFields,
  toImportRecord,
  toImportRecordDetail,
} from '../api/import-record.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { historyEntrySchema, toHistoryEntry } from '../api/record-history.js';
import { historyEntryExample } from '../api/review-examples.js';
import { named } from '../api/schema-registry.js';
import { commaList, flag, idInPath, importIdSchema, sourceIdSchema, text } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const sortKeys = Object.keys(sortFields).flatMap((field) => [field, `-${field}`]) as [string, ...string[]];

/** Which record an operation is about. */
export const recordParams = z.strictObject({ id: idInPath('Id van de organisatie-import.') });

/** The published linter trips over an address in an example. */
export const detailExample = { ...toImportRecordDetail(recordDetailExample, exampleLinks), organisatie: null };

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
      gidsId: idInPath('Het G!DS-ID.').optional(),
      soort: commaList(recordTypeSchema).describe('Alleen organisaties, of alleen producten.').optional(),
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
  input: { params: recordParams },
  success: {
    status: 200,
    description: 'De geïmporteerde organisatie met alles erachter.',
    schema: importRecordDetailSchema,
    example: detailExample,
    versioned: true,
  },
  problems: [404],
});

export const showHistory = defineOperation({
  id: 'toonGeschiedenis',
  method: 'get',
  path: '/organisatieimporten/{id}/geschiedenis',
  tag: 'Organisatie-importen',
  summary: 'Toon wat er met een geïmporteerde organisatie gebeurd is, nieuwste eerst',
  input: { params: recordParams, query: z.strictObject({ sort: z.enum(['-tijdstip']).default('-tijdstip').describe('Volgorde: nieuwste eerst.'), ...pageQuery }) },
  success: {
    status: 200,
    description: 'Eén pagina van de geschiedenis: wie of welke run, wat, waarom en wanneer.',
    schema: named('GeschiedenisPagina', pageSchema(historyEntrySchema)),
    example: pageExample(toHistoryEntry(historyEntryExample, exampleLinks), '/v1/organisatieimporten/1042/geschiedenis'),
  },
  problems: [404],
});
