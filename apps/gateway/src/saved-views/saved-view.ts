import { z } from 'zod';
import { importRecordSchema } from '../api/import-record.js';
import { linkSchema, type ApiLinks } from '../api/links.js';
import { named } from '../api/schema-registry.js';
import { moment, trimmedText } from '../api/values.js';
import { recordFilterSchema, sortBody } from '../import-records/record-filter-schema.js';

const columns = Object.keys(importRecordSchema.shape).filter((field) => field !== '_links') as [string, ...string[]];

const shape = {
  naam: trimmedText(100).describe('Naam van de weergave; u hebt er één met die naam.'),
  filter: recordFilterSchema.default({}),
  ...sortBody,
  kolommen: z.array(z.enum(columns)).min(1).max(30).describe('Welke kolommen, in welke volgorde.').optional(),
};

export const savedViewInputSchema = named('WeergaveBewaren', z.strictObject(shape));

/** What a person keeps, apart from its name. */
export type ViewContent = Omit<z.input<typeof savedViewInputSchema>, 'naam'>;

export const savedViewSchema = named(
  'Weergave',
  z.object({
    id: z.uuid(),
    naam: z.string(),
    filter: z.record(z.string(), z.unknown()).describe('De voorwaarden, zoals `organisatieimporten/_zoek` ze neemt.'),
    sort: z.array(z.string()),
    kolommen: z.array(z.string()).nullable().describe('`null` waar de gewone kolommen bedoeld zijn.'),
    versie: z.int().positive().describe('Telt op bij elke wijziging.'),
    gewijzigdOp: moment('Laatste wijziging.'),
    _links: z.object({ self: linkSchema }),
  }),
);
export type SavedView = z.infer<typeof savedViewSchema>;

/** A view as it stands in the database. */
export interface ViewRow {
  readonly id: string;
  readonly name: string;
  readonly view: ViewContent;
  readonly version: number;
  readonly changed_at: string;
}

export function toSavedView({ id, name, view, version, changed_at }: ViewRow, links: ApiLinks): SavedView {
  return {
    id,
    naam: name,
    filter: view.filter ?? {},
    sort: view.sort ?? [],
    kolommen: view.kolommen ?? null,
    versie: version,
    gewijzigdOp: new Date(changed_at).toISOString(),
    _links: { self: links.savedView(id) },
  };
}

export const savedViewExample: ViewRow = {
  id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739d1',
  name: 'Te beoordelen',
  view: { filter: { import: 'duo', beoordeling: 'teBeoordelen' }, sort: ['-aantalDubbelen'] },
  version: 1,
  changed_at: '2026-11-22T08:00:00.000Z',
};
