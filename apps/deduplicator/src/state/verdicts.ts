import type { DuplicateVerdict } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** @returns whether there is something to judge: a pair as it was last told of, or an earlier verdict */
export async function isPaired(sql: Sql, importedId: string, gidsId: number): Promise<boolean> {
  const rows = await sql.all('SELECT FROM pair WHERE imported_id = $1 AND gids_id = $2 UNION ALL SELECT FROM verdict WHERE imported_id = $1 AND gids_id = $2', [importedId, gidsId]);
  return rows.length > 0;
}

/** Keeps a verdict with what was compared on both sides, so that a later change of it is known (DEDUPE 5.7). */
export async function saveVerdict(sql: Sql, importedId: string, gidsId: number, verdict: DuplicateVerdict, by: string): Promise<void> {
  await sql.run(
    `INSERT INTO verdict (imported_id, gids_id, verdict, by, at, compared)
     SELECT i.id, m.gids_id, $3, $4, now(), jsonb_build_object('imported', i.marks, 'managed', m.marks)
     FROM imported_organisation i, managed_organisation m WHERE i.id = $1 AND m.gids_id = $2
     ON CONFLICT (imported_id, gids_id) DO UPDATE SET verdict = excluded.verdict, by = excluded.by, at = excluded.at, compared = excluded.compared`,
    [importedId, gidsId, verdict, by],
  );
}

/** Takes a verdict back. */
export async function removeVerdict(sql: Sql, importedId: string, gidsId: number): Promise<void> {
  await sql.run('DELETE FROM verdict WHERE imported_id = $1 AND gids_id = $2', [importedId, gidsId]);
}
