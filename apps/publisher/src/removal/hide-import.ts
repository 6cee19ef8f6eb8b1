import type { Sql } from '@gids/persistence';
import { changeAction } from '../decisions/change-action.js';
import type { Occasion } from '../history/record-history.js';
import { changeRecords } from '../records/change-records.js';

/** Records that are changed by one statement. */
const batchSize = 8_000;

/**
 * Hides all organisations of an import by their publication action, one by one to be shown again (R97). Records are locked.
 * Their products go with them, and where an editor took one over it is his.
 */
export async function hideImport(sql: Sql, importId: string, occasion: Occasion): Promise<void> {
  const records = await sql.all<{ id: string }>(
    `SELECT id FROM import_record WHERE import_id = $1 AND type = 'ORGANISATION' AND NOT suppressed AND publication_action <> 'DO_NOT_SHOW'
     ORDER BY source_id, record_id`,
    [importId],
  );
  for (let start = 0; start < records.length; start += batchSize) {
    const ids = records.slice(start, start + batchSize).map(({ id }) => id);
    await changeRecords(sql, ids, occasion, (record) => changeAction(record, { publicationAction: 'DO_NOT_SHOW', unlink: false }));
  }
}
