import { z } from 'zod';
import { exampleLinks, pageExample, recordDetailExample } from '../api/examples.js';
import { importRecordDetailSchema, importRecordSchema, toImportRecord, toImportRecordDetail } from '../api/import-record.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { historyEntrySchema, toHistoryEntry } from '../api/record-history.js';
import { historyEntryExample } from '../api/review-examples.js';
import { named } from '../api/schema-registry.js';
import { commaList, idInPath } from '../api/values.js';
import { exportMediaTypes } from '../exports/export-format.js';
import { defineOperation } from '../http/operation.js';
import { filterBody, filterQuery, sortBody, sortQuery } from './record-filter-schema.js';

/** Which record an operation is about. */
export const recordParams = z.strictObject({ id: idInPath('Id van de organisatie-import.') });

/** The published linter trips over an address in an example. */
export const detailExample = { ...toImportRecordDetail(recordDetailExample, exampleLinks), organisatie: null };

const shown = Object.keys(importRecordSchema.shape).filter((field) => field !== '_links') as [string, ...string[]];
const exported = 'Met `Accept: text/csv` of die van een rekenblad (XLSX) komt alles wat voldoet in één bestand, in dezelfde volgorde.';

const page = {
  status: 200,
  description: 'Eén pagina van de lijst.',
  schema: named('OrganisatieimportPagina', pageSchema(importRecordSchema)),
  example: pageExample(toImportRecord(recordDetailExample, exampleLinks), '/v1/organisatieimporten?importstatus=dubbelenGevonden'),
  alternatives: exportMediaTypes,
} as const;

export const listImportRecords = defineOperation({
  id: 'lijstOrganisatieimporten',
  method: 'get',
  path: '/organisatieimporten',
  tag: 'Organisatie-importen',
  summary: 'Zoek in de geïmporteerde organisaties',
  description: `Alle voorwaarden moeten kloppen. Geef meer waarden van één parameter met een komma ertussen. ${exported}`,
  input: {
    query: z.strictObject({
      ...filterQuery,
      ...sortQuery,
      fields: commaList(z.enum(shown), 30).describe('Alleen deze velden van elke regel, naast `id` en `_links`.').optional(),
      ...pageQuery,
    }),
  },
  success: page,
});

export const searchImportRecords = defineOperation({
  id: 'zoekOrganisatieimporten',
  method: 'post',
  path: '/organisatieimporten/_zoek',
  tag: 'Organisatie-importen',
  summary: 'Zoek in de geïmporteerde organisaties met lange lijsten',
  description: `Dezelfde voorwaarden in de inhoud: voor lange lijsten, en voor wat niet in een adres hoort te staan. ${exported}`,
  input: { query: z.strictObject(pageQuery), body: named('OrganisatieimportenZoeken', z.strictObject({ ...filterBody, ...sortBody })) },
  success: { ...page, alternatives: exportMediaTypes },
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
