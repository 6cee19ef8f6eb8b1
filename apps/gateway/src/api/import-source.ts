import type { ScheduleView, SourceView } from '@gids/contracts';
import { z } from 'zod';
import { importRunSchema, toImportRun } from './import-run.js';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { moment } from './values.js';

const scheduleSchema = named(
  'Ophaalschema',
  z.object({
    elkeDagen: z.int().positive().describe('Om de hoeveel dagen het bestand wordt opgehaald.'),
    tijd: z.string().describe('Hoe laat, op de klok in Nederland.'),
    eersteOp: z.iso.date().describe('Eén van de dagen waarop dat gebeurt.'),
    actief: z.boolean().describe('`false` waar het ophalen stilstaat.'),
    volgendeImport: moment('Wanneer het bestand weer wordt opgehaald.').nullable(),
  }),
);

export const importSourceSchema = named(
  'Importbron',
  z
    .object({
      id: z.string().describe('Id van de importbron.'),
      import: z.string().describe('Id van de import waar de bron bij hoort.'),
      titel: z.string().describe('Naam voor mensen.'),
      url: z.string().describe('Waar het bestand wordt opgehaald.'),
      intervalDagen: z.int().positive().describe('Om de hoeveel dagen het bestand wordt opgehaald.'),
      schema: scheduleSchema.nullable().describe('Wanneer het bestand vanzelf wordt opgehaald; `null` tot daar voor het eerst naar gekeken is.'),
      bronvermelding: z.string().describe('Wie de gegevens uitgeeft.'),
      licentie: z.string().describe('Licentie van de gegevens.'),
      aantalRecords: z.int().nonnegative().describe('Records in het laatst aanvaarde bestand.'),
      laatsteRun: importRunSchema.nullable().describe('De laatste run van deze bron.'),
      _links: z.object({ self: linkSchema }),
    })
    .describe('Een bron met één bestand, met hoe die ervoor staat.'),
);
export type ImportSource = z.infer<typeof importSourceSchema>;

export const importSourcesSchema = named(
  'Importbronnen',
  z.object({ _embedded: z.object({ item: z.array(importSourceSchema) }), _links: z.object({ self: linkSchema }) }),
);

/** @returns a source as the API tells it */
export function toImportSource(view: SourceView, links: ApiLinks): ImportSource {
  return {
    id: view.id,
    import: view.importId,
    titel: view.title,
    url: view.url,
    intervalDagen: view.schedule?.everyDays ?? view.scheduleDays,
    schema: view.schedule ? toSchedule(view.schedule) : null,
    bronvermelding: view.attribution,
    licentie: view.licence,
    aantalRecords: view.recordCount,
    laatsteRun: view.lastRun ? toImportRun(view.lastRun, links) : null,
    _links: { self: links.importSource(view.id) },
  };
}

function toSchedule({ everyDays, time, firstOn, active, nextAt }: ScheduleView): NonNullable<ImportSource['schema']> {
  return { elkeDagen: everyDays, tijd: time, eersteOp: firstOn, actief: active, volgendeImport: nextAt ?? null };
}
