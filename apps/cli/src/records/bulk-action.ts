import { setTimeout as delay } from 'node:timers/promises';
import { publicationActionTerms } from '@gids/contracts';
import type { Session } from '../commandline/session.js';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import { bulkChangePath, bulkChangeSchema, bulkChangesPath, bulkItemSchema, bulkItemsPath, type BulkChange } from '../gateway/bulk-change.js';
import { importRecordSchema, recordsPath } from '../gateway/import-record.js';
import { pageSchema } from '../gateway/page.js';
import { printable } from '../terminal/printable.js';
import { filterBody } from './filter-body.js';

export interface BulkOptions {
  readonly filter: string;
  readonly verwacht?: number;
  readonly ja?: true;
}

const pollMs = 500;
/** Refused records that are shown; the rest stands in the list of the bulk change. */
const mostShown = 20;

/**
 * Changes the publication action of all that a filter means, after a `--ja` with their number (R86).
 * @throws CommandFailed where that is missing, or they are another number
 */
export async function changeManyActions(session: Session, action: string, { filter, verwacht, ja }: BulkOptions): Promise<ExitCode> {
  const { gateway, output } = session;
  if (!Object.values(publicationActionTerms).some(({ api }) => api === action)) {
    throw new CommandFailed(`Kies voor de publicatieactie een van: ${Object.values(publicationActionTerms).map(({ api }) => api).join(', ')}.`, exitCodes.usage);
  }
  const query = Object.fromEntries(new URLSearchParams(filter));
  const { totaal = 0 } = await gateway.get(pageSchema(importRecordSchema), recordsPath, { ...query, pageSize: 1, count: true });
  if (!ja || verwacht === undefined) throw new CommandFailed(`Dit wijzigt ${totaal} records. Doe het met: --ja --verwacht ${totaal}`, exitCodes.usage);
  const asked = await gateway.post(bulkChangeSchema, bulkChangesPath, { filter: filterBody(filter), verwachtAantal: verwacht, wijziging: { publicatieactie: action } });
  const bulk = await ended(session, asked);
  if (output.json) output.resultJson(bulk);
  else output.result(`${bulk.gewijzigd} gewijzigd, ${bulk.ongewijzigd} was al zo, ${bulk.geweigerd} geweigerd.`, ...(await refusedLines(session, bulk)));
  return bulk.geweigerd > 0 ? exitCodes.rowErrors : exitCodes.ok;
}

async function ended({ gateway }: Session, asked: BulkChange): Promise<BulkChange> {
  let bulk = asked;
  while (bulk.klaarOp === null) {
    await delay(pollMs);
    bulk = await gateway.get(bulkChangeSchema, bulkChangePath(bulk.id));
  }
  return bulk;
}

async function refusedLines({ gateway }: Session, { id, geweigerd }: BulkChange): Promise<string[]> {
  if (geweigerd === 0) return [];
  const page = await gateway.get(pageSchema(bulkItemSchema), bulkItemsPath(id), { uitkomst: 'geweigerd', pageSize: mostShown });
  return page._embedded.item.map(({ bronId, naam, reden }) => `  ${printable(bronId ?? '?')} ${printable(naam ?? '')}: ${printable(reden ?? '')}`);
}
