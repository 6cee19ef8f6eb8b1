import { z } from 'zod';
import { importSourceSchema, importSourcesSchema, toImportSource } from '../api/import-source.js';
import { exampleLinks, sourceExample } from '../api/examples.js';
import { sourceIdSchema } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const example = toImportSource(sourceExample, exampleLinks);

export const listSources = defineOperation({
  id: 'lijstImportbronnen',
  method: 'get',
  path: '/importbronnen',
  tag: 'Importbronnen',
  summary: 'Toon alle importbronnen',
  input: {},
  success: {
    status: 200,
    description: 'Alle importbronnen, met hoe ze ervoor staan.',
    schema: importSourcesSchema,
    example: { _embedded: { item: [example] }, _links: { self: { href: `${exampleLinks.baseUrl}/v1/importbronnen` } } },
  },
});

export const showSource = defineOperation({
  id: 'toonImportbron',
  method: 'get',
  path: '/importbronnen/{id}',
  tag: 'Importbronnen',
  summary: 'Toon één importbron',
  input: { params: z.strictObject({ id: sourceIdSchema }) },
  success: { status: 200, description: 'De importbron.', schema: importSourceSchema, example },
  problems: [404],
});
