import type { Sql } from '@gids/persistence';
import { contentColumns } from '../organisations/organisation-columns.js';

const excludedColumns = contentColumns.replaceAll(/\w+/g, 'excluded.$&');

/** The G!DS-ID that an imported organisation loses, and the one under which it goes on. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/**
 * Lets an imported organisation go on under another G!DS-ID, with its products: as the next version of what stands
 * there, or anew where that was deleted. The ID that it had is never given again (G5). Copies know it by its new one.
 */
export async function moveOrganisation(sql: Sql, { from, to }: Move): Promise<void> {
  await sql.run(
    `WITH moved AS (DELETE FROM organisation WHERE gids_id = $1 AND management = 'IMPORTED' RETURNING *)
     INSERT INTO organisation (gids_id, management, ${contentColumns}, visible, version, source_id, created_at)
     SELECT $2, management, ${contentColumns}, visible, version, source_id, created_at FROM moved
     ON CONFLICT (gids_id) DO UPDATE SET
       (${contentColumns}) = ROW (${excludedColumns}), visible = excluded.visible, version = organisation.version + 1, changed_at = now()
     WHERE organisation.management = 'IMPORTED'`,
    [from, to],
  );
  await sql.run('UPDATE contract SET gids_id = $2 WHERE gids_id = $1 AND NOT EXISTS (SELECT FROM contract WHERE gids_id = $2)', [from, to]);
  await sql.run('DELETE FROM contract WHERE gids_id = $1', [from]);
  await sql.run("UPDATE product SET owner_gids_id = $2 WHERE owner_gids_id = $1 AND management = 'IMPORTED'", [from, to]);
  await sql.run('UPDATE organisation SET copied_from_gids_id = $2 WHERE copied_from_gids_id = $1', [from, to]);
}
