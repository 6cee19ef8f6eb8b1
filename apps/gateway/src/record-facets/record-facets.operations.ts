import { z } from 'zod';
import { exampleLinks } from '../api/examples.js';
import { linkSchema } from '../api/links.js';
import { named } from '../api/schema-registry.js';
import { commaList } from '../api/values.js';
import { defineOperation } from '../http/operation.js';
import { filterQuery } from '../import-records/record-filter-schema.js';
import { facetNames } from './facet-names.js';

const facetSchema = z.enum(Object.keys(facetNames) as [string, ...string[]]);

export const recordCountsSchema = named(
  'OrganisatieimportAantallen',
  z.object({
    totaal: z.int().nonnegative().describe('Hoeveel organisatie-importen aan alle voorwaarden voldoen.'),
    facetten: z.array(
      z.object({
        facet: z.string().describe('Waarop geteld is.'),
        waarden: z.array(z.object({ waarde: z.string(), aantal: z.int().positive() })).describe('Meeste eerst; wat nul keer voorkomt staat er niet bij.'),
      }),
    ),
    _links: z.object({ self: linkSchema }),
  }),
);
export type RecordCounts = z.infer<typeof recordCountsSchema>;

export const countImportRecords = defineOperation({
  id: 'telOrganisatieimporten',
  method: 'get',
  path: '/organisatieimporten/_aantallen',
  tag: 'Organisatie-importen',
  summary: 'Tel de geïmporteerde organisaties per waarde',
  description: 'Geteld wordt binnen de andere voorwaarden: wie een andere waarde van een facet kiest, krijgt zoveel als erbij staat.',
  input: {
    query: z.strictObject({
      facet: commaList(facetSchema).describe('Waarop geteld wordt: een of meer.').default(['importstatus', 'publicatieactie']),
      ...filterQuery,
    }),
  },
  success: {
    status: 200,
    description: 'De aantallen.',
    schema: recordCountsSchema,
    example: {
      totaal: 342,
      facetten: [{ facet: 'importstatus', waarden: [{ waarde: 'dubbelenGevonden', aantal: 342 }] }],
      _links: { self: exampleLinks.list(new URL(`${exampleLinks.baseUrl}/v1/organisatieimporten/_aantallen?facet=importstatus`)) },
    } satisfies RecordCounts,
  },
});
