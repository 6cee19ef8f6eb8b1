import { hasImportRight, noImportRight, type Actor, type ImportRecordDetail, type PayloadOf, type ProcessImportedOrganisation } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Occasion } from '../history/record-history.js';
import { refuseInvalid } from '../organisations/refusals.js';
import { showImportRecord } from '../queries/import-record-list.js';
import { findImportRoot } from './import-root.js';
import { findProcessed, type ProcessedContent } from './processed-content.js';
import { lockProcessed, refuseUnfit, registerRecord, type ProcessedRecord } from './processed-record.js';
import { findRun } from './processed-run.js';
import { saveProcessed } from './save-processed.js';

type Command = PayloadOf<typeof ProcessImportedOrganisation>;

/**
 * VerwerkGeimporteerdeOrganisatie (S2:107, R87): validates what is stored, takes the duplicates as they are known, sets the
 * status and executes the publication action, all as a run would (R28).
 * @throws RequestRefused without the importrecht (403), for an unknown import or G!DS-ID (404), for a G!DS-ID that is not
 *   below the importorganisatie or not of this bronID (409), and for input that cannot be (400)
 */
export async function processImported(sql: Sql, command: Command, actor: Actor | undefined, now: Date): Promise<ImportRecordDetail> {
  if (!hasImportRight(actor, command.importId)) throw noImportRight(command.importId);
  const root = await findImportRoot(sql, command.importId);
  refuseNothingSaved(command);
  const content = command.gidsId === undefined ? undefined : await findProcessed(sql, command.gidsId, root);
  refuseOtherType(command, content);
  const run = await findRun(sql, command, content);
  const occasion = { at: now, by: command.by, runId: command.runId, runNumber: command.runId === undefined ? undefined : run.number };
  const record = await lockOrRegister(sql, command, content, run, occasion);
  refuseUnfit(record, content, command.runId === undefined ? undefined : run);
  await saveProcessed(sql, record, { ...command, content, run: command.runId === undefined ? undefined : run }, occasion);
  return showImportRecord(sql, record.id);
}

async function lockOrRegister(
  sql: Sql,
  command: Command,
  content: ProcessedContent | undefined,
  run: Awaited<ReturnType<typeof findRun>>,
  occasion: Occasion,
): Promise<ProcessedRecord> {
  const key = { sourceId: run.sourceId, recordId: command.recordId };
  const known = await lockProcessed(sql, key, command.gidsId);
  if (known) return known;
  await registerRecord(sql, key, run, { type: content?.type ?? command.type ?? 'ORGANISATION', content }, occasion);
  const registered = await lockProcessed(sql, key, command.gidsId);
  if (!registered) throw new Error(`Record ${key.recordId} of ${key.sourceId} was not written`);
  return registered;
}

/** Only where a conversion error kept the script from saving anything there is no G!DS-ID (R87, A34). */
function refuseNothingSaved({ gidsId, conversionError }: Command): void {
  if (gidsId !== undefined || conversionError) return;
  const message = 'Geef het G!DS-ID van wat is opgeslagen. Alleen bij een conversiefout waardoor niets kon worden opgeslagen mag het ontbreken.';
  refuseInvalid([{ field: 'gidsId', code: 'required', message }]);
}

function refuseOtherType({ type }: Command, content: ProcessedContent | undefined): void {
  if (type === undefined || !content || content.type === type) return;
  refuseInvalid([{ field: 'type', code: 'otherType', message: `G!DS ${content.gidsId} is een ${content.type === 'PRODUCT' ? 'product' : 'organisatie'}.` }]);
}
