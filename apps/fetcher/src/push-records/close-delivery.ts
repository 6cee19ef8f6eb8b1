import { filePartBytes, RequestRefused } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Source } from '@gids/sources';
import { inParts } from '../files/in-parts.js';
import { savePart } from '../files/file-store.js';
import { planRun } from '../runs/plan-run.js';
import { fileIsIn, noteReceived } from '../runs/run-store.js';
import { canonicalHeader } from './canonical-lines.js';
import { deliveredLines, deliveryIsRun, type DeliveryRow } from './delivery-store.js';

/**
 * Makes a run of a delivery: its records become the file that the source would publish, and go the way of an upload (R6).
 * All in one transaction: either there is a run with the whole file, or the delivery is still open.
 * @throws RequestRefused where not all records are there, the file would be too large, or a run of the source is under way
 */
export async function runDelivery(unit: UnitOfWork, source: Source, delivery: DeliveryRow, limits: { expectedRecords: number; maxBytes: number }, now: Date): Promise<void> {
  const { sql } = unit;
  const { id, records, requested_by: requestedBy, full_run: full } = delivery;
  if (records !== limits.expectedRecords) throw refused('recordsMissing', `Er zijn ${records} records ontvangen, en niet ${limits.expectedRecords}. Stuur de delen die ontbreken, en sluit daarna opnieuw af.`);
  const run = await planRun(unit, source, { runId: id, sourceId: source.id, transport: 'PUSH', fileName: `levering-${id}.csv`, full, requestedBy }, now);
  let index = 0;
  for await (const part of inParts(fileOf(unit, source, id), filePartBytes)) {
    if (index * filePartBytes + part.length > limits.maxBytes) throw refused('fileTooLarge', `De levering is als bestand groter dan ${limits.maxBytes / 1024 / 1024} MB.`);
    await savePart(sql, run.id, index, part);
    await noteReceived(sql, run.id, part.length);
    index += 1;
  }
  await fileIsIn(sql, run.id);
  await deliveryIsRun(sql, id, run.id);
}

async function* fileOf({ sql }: UnitOfWork, { columns }: Source, deliveryId: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(canonicalHeader(columns));
  for await (const lines of deliveredLines(sql, deliveryId)) yield Buffer.from(lines);
}

function refused(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
