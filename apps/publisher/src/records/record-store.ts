import type { OrganisationContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { stateColumns, stateOf, type RecordState, type StateRow } from './record-state.js';

/** A known record with the content of its organisation. */
export interface KnownRecord extends RecordState {
  /** Absent where there is no organisation. */
  readonly contentHash: string | undefined;
}

/** A record as it is written: all of its row that a run decides. */
export interface RecordRow {
  readonly type: RecordState['type'];
  readonly import_id: string;
  readonly source_id: string;
  readonly record_id: string;
  /** Of a product: the organisation that its source names, and whether it came with the row of that (R68, R69). */
  readonly organisation_record_id: string | null;
  readonly rides_along: boolean;
  readonly gids_id: number | null;
  readonly name: string;
  readonly name_folded: string;
  readonly status: string;
  readonly publication_action: string;
  readonly make_visible: boolean;
  readonly visible: boolean;
  readonly issues: unknown;
  readonly duplicates: unknown;
  readonly match_version: number;
  readonly run_sequence: number;
  readonly last_run_id: string;
  /** The organisation or product has other content or another visibility than before. */
  readonly content_changed: boolean;
}

export interface RecordKey {
  readonly sourceId: string;
  readonly recordId: string;
}

/** @returns one text for a key, for use in maps */
export function keyOf({ sourceId, recordId }: RecordKey): string {
  return `${sourceId}\n${recordId}`;
}

/** @returns keys as the two arrays that `unnest($1::text[], $2::text[])` takes */
export function keyColumns(keys: readonly RecordKey[]): [string[], string[]] {
  return [keys.map((key) => key.sourceId), keys.map((key) => key.recordId)];
}

/**
 * Locks the records of a frame that are there, in one order, so that two frames never wait for each other in a ring.
 * @returns their ids
 */
export async function lockRecords(sql: Sql, keys: readonly RecordKey[]): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM import_record WHERE (source_id, record_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
     ORDER BY source_id, record_id FOR UPDATE`,
    keyColumns(keys),
  );
  return rows.map(({ id }) => id);
}

/**
 * Reads locked records with their organisations, by key. Not in the statement that locks: one that waited for a lock
 * sees what was written meanwhile in the locked rows only.
 */
export async function readRecords(sql: Sql, ids: readonly string[]): Promise<Map<string, KnownRecord>> {
  const rows = await sql.all<StateRow & { content_hash: string | null }>(
    `SELECT ${stateColumns}, o.content_hash FROM import_record r LEFT JOIN organisation o ON o.gids_id = r.gids_id WHERE r.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map((row) => [keyOf({ sourceId: row.source_id, recordId: row.record_id }), { ...stateOf(row), contentHash: row.content_hash ?? undefined }]));
}

/** @returns what organisations hold now, by G!DS-ID */
export async function readContents(sql: Sql, gidsIds: readonly number[]): Promise<Map<number, OrganisationContent>> {
  if (gidsIds.length === 0) return new Map();
  const rows = await sql.all<{ gids_id: string; content: OrganisationContent }>('SELECT gids_id, content FROM organisation WHERE gids_id = ANY($1::bigint[])', [gidsIds]);
  return new Map(rows.map(({ gids_id, content }) => [Number(gids_id), content]));
}

const incoming = `json_to_recordset($1::json) AS incoming (type text, import_id text, source_id text,
  record_id text, organisation_record_id text, rides_along boolean, gids_id bigint, name text,
  name_folded text, status text, publication_action text, make_visible boolean, visible boolean, issues jsonb, duplicates jsonb,
  match_version int, run_sequence int, last_run_id uuid, content_changed boolean)`;

/**
 * Writes records that are new.
 * @returns their ids by key
 * @throws a unique violation where another frame wrote one meanwhile: tried again, the frame finds that record (R15)
 */
export async function insertRecords(sql: Sql, rows: readonly RecordRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const inserted = await sql.all<{ id: string; sourceId: string; recordId: string }>(
    `INSERT INTO import_record (type, import_id, source_id, record_id, organisation_record_id, rides_along, gids_id, name, name_folded, status, publication_action, make_visible,
       visible, missing_at_source, issues, duplicates, match_version, run_sequence, last_run_id, version)
     SELECT type, import_id, source_id, record_id, organisation_record_id, rides_along, gids_id, name, name_folded, status, publication_action, make_visible,
       visible, false, issues, duplicates, match_version, run_sequence, last_run_id, 1
     FROM ${incoming} ORDER BY source_id, record_id
     RETURNING id, source_id AS "sourceId", record_id AS "recordId"`,
    [JSON.stringify(rows)],
  );
  return new Map(inserted.map((row) => [keyOf(row), Number(row.id)]));
}

const differs = `(incoming.content_changed OR (r.name, r.status, r.make_visible, r.missing_at_source, r.issues, r.duplicates)
  IS DISTINCT FROM (incoming.name, incoming.status, incoming.make_visible, false, incoming.issues, incoming.duplicates))`;

/**
 * Writes records that are known and locked. What people decided (action, link, note) stays theirs; a new version
 * is only what differs for a person, so that an unchanged row of a full run is in nobody's way.
 */
export async function updateRecords(sql: Sql, rows: readonly RecordRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.run(
    `UPDATE import_record r SET
       organisation_record_id = incoming.organisation_record_id, gids_id = incoming.gids_id, name = incoming.name, name_folded = incoming.name_folded, status = incoming.status,
       make_visible = incoming.make_visible, visible = incoming.visible, missing_at_source = false, missing_since = NULL, removed_at = NULL,
       issues = incoming.issues, duplicates = incoming.duplicates, match_version = incoming.match_version,
       run_sequence = incoming.run_sequence, last_run_id = incoming.last_run_id,
       version = r.version + ${differs}::int, changed_at = CASE WHEN ${differs} THEN now() ELSE r.changed_at END
     FROM ${incoming} WHERE r.source_id = incoming.source_id AND r.record_id = incoming.record_id`,
    [JSON.stringify(rows)],
  );
}
