import type { DataOf, RowVanished } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { KnownRun } from '../runs/run-progress.js';

/** Keeps which vanished records seem to go on under another bronID; one that a later run brought back does not. */
export async function proposeRenumberings(sql: Sql, vanished: readonly DataOf<typeof RowVanished>[], run: KnownRun, now: Date): Promise<void> {
  const renumbered = vanished.filter(({ renumberedTo }) => renumberedTo !== undefined);
  if (renumbered.length === 0) return;
  await sql.run(
    `INSERT INTO renumbering (record_id, successor, proposed_at)
     SELECT DISTINCT ON (r.id) r.id, incoming."renumberedTo", $2::timestamptz
     FROM json_to_recordset($1::json) AS incoming ("sourceId" text, "recordId" text, "renumberedTo" text)
     JOIN import_record r ON r.source_id = incoming."sourceId" AND r.record_id = incoming."recordId"
     WHERE r.missing_at_source AND r.run_sequence = $3 ORDER BY r.id
     ON CONFLICT (record_id) DO UPDATE SET successor = excluded.successor, proposed_at = excluded.proposed_at`,
    [JSON.stringify(renumbered), now, run.number],
  );
}
