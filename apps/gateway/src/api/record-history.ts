import type { HistoryEntry } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

export const historyEntrySchema = named(
  'Geschiedenisregel',
  z
    .object({
      tijdstip: moment('Wanneer het gebeurde.'),
      soort: named('Geschiedenissoort', termSchema(termTables.historyKind, 'Waar het over gaat.')),
      omschrijving: z.string().describe('Wat er gebeurde en waarom, in één zin.'),
      door: z.string().nullable().describe('Wie het deed; `null` waar een run of het systeem het deed.'),
      runId: z.uuid().nullable(),
      runNummer: z.int().positive().nullable(),
      _links: z.object({ run: linkSchema.optional() }),
    })
    .describe('Eén gebeurtenis van een organisatie-import.'),
);
export type ApiHistoryEntry = z.infer<typeof historyEntrySchema>;

/** @returns a line of a record's history as the API tells it */
export function toHistoryEntry(entry: HistoryEntry, links: ApiLinks): ApiHistoryEntry {
  return {
    tijdstip: entry.at,
    soort: apiValueOf(termTables.historyKind, entry.kind),
    omschrijving: entry.sentence,
    door: entry.by ?? null,
    runId: entry.runId ?? null,
    runNummer: entry.runNumber ?? null,
    _links: { ...(entry.runId !== undefined && { run: links.importRun(entry.runId) }) },
  };
}
