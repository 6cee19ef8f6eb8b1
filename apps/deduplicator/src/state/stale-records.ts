import type { DataOf, DuplicatesChanged } from '@gids/contracts';
import type { Origin } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { affectedJoin } from './match-keys.js';

/** What made it necessary to look at a record again. */
export interface StaleCause {
  readonly cause: DataOf<typeof DuplicatesChanged>['cause'];
  readonly by?: string;
  /** The work that it follows from. */
  readonly origin: Origin;
}

export interface StaleRecord {
  readonly importedId: string;
  /** False where nothing need be compared again. */
  readonly rescore: boolean;
  readonly cause: StaleCause;
}

/** Notes imported organisations to be evaluated again; nobody waits for anybody here, so there is no deadlock. */
export async function addStale(sql: Sql, records: readonly StaleRecord[]): Promise<void> {
  if (records.length === 0) return;
  await sql.run(
    `INSERT INTO stale_record (imported_id, rescore, cause)
     SELECT "importedId", rescore, cause FROM json_to_recordset($1::json) AS noted ("importedId" bigint, rescore boolean, cause jsonb)`,
    [JSON.stringify(records)],
  );
}

/** A managed organisation that changed. */
export interface StalePartner {
  readonly gidsId: string;
  readonly rescore: boolean;
  readonly cause: StaleCause;
}

/** Notes every imported organisation that changed managed ones may concern, each once. They may be many: they stay in the database. */
export async function addAffected(sql: Sql, partners: readonly StalePartner[]): Promise<void> {
  if (partners.length === 0) return;
  await sql.run(
    `INSERT INTO stale_record (imported_id, rescore, cause)
     SELECT DISTINCT ON (imported_id) imported_id, rescore, cause FROM (${affectedJoin}) AS affected
     JOIN json_to_recordset($2::json) AS changed ("gidsId" bigint, rescore boolean, cause jsonb) ON changed."gidsId" = affected.gids_id
     ORDER BY imported_id, rescore DESC, gids_id DESC`,
    [partners.map(({ gidsId }) => gidsId), JSON.stringify(partners)],
  );
}

/** Notes neighbours of what was evaluated: their pairs stand, but are to be seen otherwise. */
export function addUnsettled(sql: Sql, importedIds: readonly string[], cause: StaleCause): Promise<void> {
  return addStale(sql, importedIds.map((importedId) => ({ importedId, rescore: false, cause })));
}

/** Takes notes out that no other replica has in hand, the oldest first. @returns each organisation once */
export async function takeStale(sql: Sql, limit: number): Promise<StaleRecord[]> {
  const rows = await sql.all<{ imported_id: string; rescore: boolean; cause: StaleCause }>(
    `WITH taken AS (DELETE FROM stale_record WHERE id IN (SELECT id FROM stale_record ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING *)
     SELECT imported_id, rescore, cause FROM taken ORDER BY id`,
    [limit],
  );
  const taken = new Map<string, StaleRecord>();
  for (const { imported_id: importedId, rescore, cause } of rows) {
    taken.set(importedId, { importedId, cause, rescore: rescore || (taken.get(importedId)?.rescore ?? false) });
  }
  return [...taken.values()];
}
