import { z } from 'zod';
import { exampleLinks, sourceExample } from '../api/examples.js';
import { importSourceSchema, toImportSource } from '../api/import-source.js';
import { named } from '../api/schema-registry.js';
import { sourceIdSchema, timeOfDay } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const scheduleChangeSchema = z
  .strictObject({
    eersteOp: z.iso.date({ error: 'Geef een datum, zoals 2026-12-06.' }).describe('Eén van de dagen waarop het bestand wordt opgehaald; de andere volgen eruit.').optional(),
    elkeDagen: z.int().min(1).max(366).describe('Om de hoeveel dagen.').optional(),
    tijd: timeOfDay('Hoe laat, op de klok in Nederland.').optional(),
    actief: z.boolean().describe('`false` zet het ophalen stil.').optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'Geef ten minste één van: eersteOp, elkeDagen, tijd, actief.' });

export const changeSource = defineOperation({
  id: 'wijzigImportbron',
  method: 'patch',
  path: '/importbronnen/{id}',
  tag: 'Importbronnen',
  summary: 'Wijzig wanneer een bron wordt opgehaald',
  description: 'Wat u weglaat blijft zoals het is. De eerstvolgende keer wordt opnieuw bepaald; wat voor die tijd gemist is, wordt niet ingehaald.',
  input: { params: z.strictObject({ id: sourceIdSchema }), body: named('ImportbronWijzigen', z.strictObject({ schema: scheduleChangeSchema })) },
  success: { status: 200, description: 'De importbron zoals zij geworden is.', schema: importSourceSchema, example: toImportSource(sourceExample, exampleLinks) },
  problems: [403, 404],
});
