import type { Sql } from '@gids/persistence';
import type { RecordReference } from './imported-organisations.js';
import { forgetRescoreDue } from './key-counts.js';
import { sides } from './organisation-row.js';
import { dropPairs, findUnsettled } from './pairs.js';
import { addUnsettled, type StaleCause } from './stale-records.js';

/** Takes records out that a run no longer found, unless a newer run brought them again. Their verdicts stay. */
export async function withdrawVanished(sql: Sql, records: readonly (RecordReference & { runSequence: number })[], cause: StaleCause): Promise<void> {
  const rows = await sql.all<{ id: string }>(
    `SELECT i.id FROM unnest($1::text[], $2::text[], $3::int[]) AS gone (source_id, record_id, run_sequence)
     JOIN imported_organisation i ON i.source_id = gone.source_id AND i.record_id = gone.record_id AND i.run_sequence <= gone.run_sequence
     ORDER BY i.source_id, i.record_id FOR UPDATE OF i`,
    [records.map(({ sourceId }) => sourceId), records.map(({ recordId }) => recordId), records.map(({ runSequence }) => runSequence)],
  );
  const ids = rows.map(({ id }) => id);
  await sql.run(
    `UPDATE imported_organisation i SET present = false, told_mark = NULL, compared_state = NULL, run_sequence = gone.run_sequence
     FROM unnest($1::text[], $2::text[], $3::int[]) AS gone (source_id, record_id, run_sequence)
     WHERE i.source_id = gone.source_id AND i.record_id = gone.record_id AND i.id = ANY($4::bigint[])`,
    [records.map(({ sourceId }) => sourceId), records.map(({ recordId }) => recordId), records.map(({ runSequence }) => runSequence), ids],
  );
  await dropMatching(sql, ids, cause);
}

/** Erases a record for good: what is kept is that it is erased (N37). */
export async function suppressRecord(sql: Sql, { sourceId, recordId }: RecordReference, cause: StaleCause): Promise<void> {
  await sql.run('INSERT INTO suppressed_record (source_id, record_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [sourceId, recordId]);
  const rows = await sql.all<{ id: string }>('SELECT id FROM imported_organisation WHERE source_id = $1 AND record_id = $2 FOR UPDATE', [sourceId, recordId]);
  await forget(sql, rows.map(({ id }) => id), cause);
}

/** Forgets everything of an import: features, keys, pairs and verdicts. Its policy stays. */
export async function forgetImport(sql: Sql, importId: string, cause: StaleCause): Promise<void> {
  const rows = await sql.all<{ id: string }>('SELECT id FROM imported_organisation WHERE import_id = $1 ORDER BY source_id, record_id FOR UPDATE', [importId]);
  await forget(sql, rows.map(({ id }) => id), cause);
}

async function forget(sql: Sql, ids: readonly string[], cause: StaleCause): Promise<void> {
  await dropMatching(sql, ids, cause);
  await sql.run('DELETE FROM verdict WHERE imported_id = ANY($1::bigint[])', [ids]);
  await sql.run('DELETE FROM imported_organisation WHERE id = ANY($1::bigint[])', [ids]);
}

/** Without keys and pairs nobody meets them; who shared a partner with them may now be its best. */
async function dropMatching(sql: Sql, ids: readonly string[], cause: StaleCause): Promise<void> {
  if (ids.length === 0) return;
  await sql.run(`DELETE FROM match_key WHERE side = ${sides.IMPORTED} AND owner = ANY($1::bigint[])`, [ids]);
  await forgetRescoreDue(sql, ids);
  const partners = await dropPairs(sql, ids);
  await addUnsettled(sql, await findUnsettled(sql, partners, ids), cause);
}
