import type { Sql } from '@gids/persistence';
import type { Occasion } from '../history/record-history.js';
import type { RecordOutcome } from '../records/decide-record.js';
import { keyColumns, keyOf, type RecordKey } from '../records/record-store.js';
import { saveVanished } from '../records/vanished-records.js';
import type { KnownRun } from '../runs/run-progress.js';
import { saveImportedProducts, type OwnedOutcome } from './imported-products.js';

/** A saved organisation with what its row says. */
export interface Carrier {
  readonly outcome: RecordOutcome;
  readonly gidsId: number;
}

/**
 * Saves the products that came with the rows of organisations (R15, R68). A product that a row no longer delivers vanishes
 * like a record whose row is gone (R96). Always after the records of the organisations are locked: so no two frames wait
 * for each other's products.
 */
export async function saveRidingProducts(sql: Sql, carriers: readonly Carrier[], occasion: Occasion): Promise<void> {
  const [first] = carriers;
  if (!first) return;
  const delivered = carriers.flatMap(productsOf);
  const known = new Set(delivered.map(({ outcome }) => keyOf(outcome)));
  const riding = await findRiding(sql, carriers.map(({ outcome }) => outcome));
  const gone = riding.filter((key) => !known.has(keyOf(key)));
  if (gone.length > 0) await saveVanished(sql, gone, runOf(first), occasion.at);
  await saveImportedProducts(sql, delivered, occasion);
}

/** @returns the products that came with the rows of these records, as far as they are not gone */
export async function findRiding(sql: Sql, carriers: readonly RecordKey[]): Promise<RecordKey[]> {
  return sql.all<RecordKey>(
    `SELECT source_id AS "sourceId", record_id AS "recordId" FROM import_record
     WHERE (source_id, organisation_record_id) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND rides_along AND NOT missing_at_source`,
    keyColumns(carriers),
  );
}

function productsOf({ outcome, gidsId }: Carrier): OwnedOutcome[] {
  const { importId, sourceId, recordId: organisationRecordId, runId, runSequence, products = [], organisation } = outcome;
  const owner = { gidsId, name: organisation?.name, determined: true };
  return products.map((product) => ({ outcome: { ...product, importId, sourceId, organisationRecordId, ridesAlong: true, runId, runSequence }, owner }));
}

function runOf({ outcome }: Carrier): KnownRun {
  const { runId, importId, sourceId, runSequence: number } = outcome;
  return { runId, importId, sourceId, number };
}
