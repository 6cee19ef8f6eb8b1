import type { OrganisationContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { importAccountManager } from '../contracts/contract-store.js';
import { columnsOf, contentColumns, contentColumnTypes } from './organisation-columns.js';

const excludedColumns = contentColumns.replaceAll(/\w+/g, 'excluded.$&');

/** More than one record may stand for an organisation: then the strictest wins (R15). */
const noOtherHides = `NOT EXISTS (SELECT FROM import_record other WHERE other.gids_id = incoming.gids_id AND NOT other.visible
  AND (other.source_id, other.record_id) <> (incoming.source_id, incoming.record_id))`;

/** An imported organisation as a run leaves it. */
export interface ImportedOrganisation {
  readonly gidsId: number;
  readonly importId: string;
  readonly sourceId: string;
  /** The record that brings it. */
  readonly recordId: string;
  readonly content: OrganisationContent;
  readonly contentHash: string;
  readonly visible: boolean;
}

/** Takes new G!DS-IDs, for organisations and products alike; one that is not used is lost, never given twice (R19). */
export async function takeGidsIds(sql: Sql, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await sql.all<{ id: number }>(`SELECT nextval('gids_id_seq')::int AS id FROM generate_series(1, $1)`, [count]);
  return rows.map((row) => row.id);
}

/**
 * Writes imported organisations in one statement; a new one gets its contract under the importorganisatie,
 * which nothing changes afterwards (R9, R10, R14).
 * @throws where one belongs to no known import, or to an editor (R13)
 */
export async function saveImportedOrganisations(sql: Sql, organisations: readonly ImportedOrganisation[]): Promise<void> {
  if (organisations.length === 0) return;
  const [saved] = await sql.all<{ written: number }>(
    `WITH incoming AS MATERIALIZED (
       SELECT incoming.*, root.gids_id AS root_gids_id
       FROM json_to_recordset($1::json) AS incoming (gids_id bigint, import_id text, source_id text, record_id text, visible boolean, ${contentColumnTypes})
       JOIN import_root root USING (import_id)
     ), written AS (
       INSERT INTO organisation (gids_id, management, ${contentColumns}, visible, version, source_id)
       SELECT gids_id, 'IMPORTED', ${contentColumns}, visible AND ${noOtherHides}, 1, source_id FROM incoming ORDER BY gids_id
       ON CONFLICT (gids_id) DO UPDATE SET
         (${contentColumns}) = ROW (${excludedColumns}), visible = excluded.visible, version = organisation.version + 1, changed_at = now()
       WHERE organisation.management = 'IMPORTED'
       RETURNING gids_id
     ), contracted AS (
       INSERT INTO contract (gids_id, parent_gids_id, account_manager, control_term, notify_editors)
       SELECT gids_id, root_gids_id, $2, NULL, false FROM incoming JOIN written USING (gids_id) ORDER BY gids_id
       ON CONFLICT (gids_id) DO NOTHING
     )
     SELECT count(*)::int AS written FROM written`,
    [JSON.stringify(organisations.map(rowOf)), importAccountManager],
  );
  if (saved?.written !== organisations.length) throw notSaved(organisations);
}

function notSaved(organisations: readonly ImportedOrganisation[]): Error {
  const importIds = [...new Set(organisations.map(({ importId }) => importId))].join(', ');
  return new Error(`Not every organisation could be saved: ${importIds} has no importorganisatie, or a G!DS-ID is not of an imported organisation`);
}

/** Hides organisations whose record can no longer be saved as one. */
export async function hideOrganisations(sql: Sql, gidsIds: readonly number[]): Promise<void> {
  if (gidsIds.length === 0) return;
  await sql.run(
    `UPDATE organisation SET visible = false, version = version + 1, changed_at = now()
     WHERE gids_id = ANY($1::bigint[]) AND visible AND management = 'IMPORTED'`,
    [[...gidsIds].sort((a, b) => a - b)],
  );
}

/** Makes the importorganisatie of each import where it is missing: a container that the public never sees (A21). */
export async function ensureImportRoots(sql: Sql, imports: readonly { id: string; importOrganisation: string }[]): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended('import roots', 0))");
  for (const { id, importOrganisation: name } of imports) {
    const content: OrganisationContent = { kind: 'OTHER_ORGANISATION', name, identifiers: [], attributes: {} };
    await sql.run(
      `WITH missing AS (SELECT $1::text AS import_id WHERE NOT EXISTS (SELECT FROM import_root WHERE import_id = $1)),
         root AS (
           INSERT INTO organisation (management, ${contentColumns}, visible, version)
           SELECT 'IMPORT_ROOT', ${contentColumns}, false, 1 FROM missing, json_to_record($2::json) AS root (${contentColumnTypes})
           RETURNING gids_id)
       INSERT INTO import_root (import_id, gids_id) SELECT $1, gids_id FROM root`,
      [id, JSON.stringify(columnsOf(content))],
    );
  }
}

function rowOf({ gidsId, importId, sourceId, recordId, content, contentHash, visible }: ImportedOrganisation) {
  return { gids_id: gidsId, import_id: importId, source_id: sourceId, record_id: recordId, visible, ...columnsOf(content, contentHash) };
}
