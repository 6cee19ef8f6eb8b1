import type { Sql } from '@gids/persistence';
import { lockReview } from '../review/refresh-round.js';

const records = 'SELECT id FROM import_record WHERE import_id = $1 AND NOT suppressed';
const gidsIds = 'SELECT gids_id FROM import_record WHERE import_id = $1';
const sources = 'SELECT source_id FROM run WHERE import_id = $1 UNION SELECT source_id FROM import_record WHERE import_id = $1';

/** What goes, in an order in which each statement still finds what it looks by. */
const steps: readonly string[] = [
  `DELETE FROM take_over WHERE provider_gids_id IN (${gidsIds})`,
  `DELETE FROM product WHERE management = 'IMPORTED' AND (gids_id IN (${gidsIds}) OR owner_gids_id IN (${gidsIds}))`,
  `WITH gone AS (DELETE FROM organisation WHERE management = 'IMPORTED' AND gids_id IN (${gidsIds}) RETURNING gids_id)
   DELETE FROM contract c USING gone WHERE c.gids_id = gone.gids_id`,
  ...['record_history', 'review_item', 'review_signal', 'renumbering', 'linked_change', 'duplicate_report'].map((table) => `DELETE FROM ${table} WHERE record_id IN (${records})`),
  'DELETE FROM review_round WHERE import_id = $1',
  ...['absent_record', 'early_duplicates', 'rejected_row', 'new_duplicate'].map((table) => `DELETE FROM ${table} WHERE source_id IN (${sources})`),
  'DELETE FROM import_record WHERE import_id = $1 AND NOT suppressed',
];

/**
 * Deletes everything of an import but its importorganisatie (R97); what editors made of it, copies too, is theirs. Who was
 * erased on demand stays on the list, or the next run would bring him back (N37). Records are locked.
 */
export async function deleteImport(sql: Sql, importId: string): Promise<void> {
  await lockReview(sql, importId);
  for (const step of steps) await sql.run(step, [importId]);
}
