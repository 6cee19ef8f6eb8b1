import type { OrganisationContent } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';

/** An imported organisation as a run leaves it. */
export interface ImportedOrganisation {
  readonly gidsId: number;
  readonly importId: string;
  readonly sourceId: string;
  readonly content: OrganisationContent;
  readonly contentHash: string;
  readonly visible: boolean;
}

/** Takes new G!DS-IDs; one that is not used is lost, never given twice (R19). */
export async function takeGidsIds(sql: Sql, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await sql.all<{ id: number }>(`SELECT nextval('organisation_gids_id_seq')::int AS id FROM generate_series(1, $1)`, [count]);
  return rows.map((row) => row.id);
}

/**
 * Writes imported organisations under their importorganisatie in one statement (R9, R14).
 * @throws where one belongs to no known import, or to an editor (R13)
 */
export async function saveImportedOrganisations(sql: Sql, organisations: readonly ImportedOrganisation[]): Promise<void> {
  if (organisations.length === 0) return;
  const written = await sql.run(
    `INSERT INTO organisation (gids_id, management, kind, name, name_folded, town, town_folded, postcode, content, content_hash, visible, version,
       parent_gids_id, source_id)
     SELECT incoming.gids_id, 'IMPORTED', kind, name, name_folded, town, town_folded, postcode, content, content_hash, visible, 1, root.gids_id, source_id
     FROM json_to_recordset($1::json) AS incoming (gids_id bigint, import_id text, source_id text, kind text, name text, name_folded text,
       town text, town_folded text, postcode text, content jsonb, content_hash text, visible boolean)
     JOIN import_root root ON root.import_id = incoming.import_id
     ORDER BY incoming.gids_id
     ON CONFLICT (gids_id) DO UPDATE SET
       kind = excluded.kind, name = excluded.name, name_folded = excluded.name_folded, town = excluded.town,
       town_folded = excluded.town_folded, postcode = excluded.postcode, content = excluded.content, content_hash = excluded.content_hash, visible = excluded.visible,
       version = organisation.version + 1, changed_at = now()
     WHERE organisation.management = 'IMPORTED'`,
    [JSON.stringify(organisations.map(rowOf))],
  );
  if (written < organisations.length) throw notSaved(organisations);
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
  for (const { id, importOrganisation } of imports) {
    await sql.run(
      `WITH missing AS (SELECT $1::text AS import_id WHERE NOT EXISTS (SELECT FROM import_root WHERE import_id = $1)),
         root AS (
           INSERT INTO organisation (management, kind, name, name_folded, content, content_hash, visible, version)
           SELECT 'IMPORT_ROOT', 'IMPORT_ROOT', $2, $3, '{}', '', false, 1 FROM missing RETURNING gids_id)
       INSERT INTO import_root (import_id, gids_id) SELECT $1, gids_id FROM root`,
      [id, importOrganisation, fold(importOrganisation)],
    );
  }
}

function rowOf({ gidsId, importId, sourceId, content, contentHash, visible }: ImportedOrganisation) {
  return {
    gids_id: gidsId,
    import_id: importId,
    source_id: sourceId,
    kind: content.kind,
    name: content.name,
    name_folded: fold(content.name),
    town: content.visitAddress?.town ?? null,
    town_folded: content.visitAddress ? fold(content.visitAddress.town) : null,
    postcode: content.visitAddress?.postcode ?? null,
    content,
    content_hash: contentHash,
    visible,
  };
}
