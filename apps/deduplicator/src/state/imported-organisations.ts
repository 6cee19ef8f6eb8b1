import type { OrganisationContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { replaceKeys, type Candidates } from './match-keys.js';
import { comparableRow, sides, subjectOf } from './organisation-row.js';

/** Which record of which source. */
export interface RecordReference {
  readonly sourceId: string;
  readonly recordId: string;
}

/** A record as a run brought it. */
export interface MappedRecord extends RecordReference {
  readonly importId: string;
  readonly runSequence: number;
  readonly organisation: OrganisationContent;
}

/** @returns one text for a record, to look it up by */
export const recordKey = ({ sourceId, recordId }: RecordReference): string => `${sourceId}\n${recordId}`;

/**
 * Keeps what a run brought, and revives what had vanished; what an older run brought changes nothing.
 * @returns the id of each record, also of those that were newer already, and which ones must be compared again
 */
export async function saveImportedOrganisations(sql: Sql, records: readonly MappedRecord[]): Promise<Map<string, string>> {
  const rows = newestOf(records).map((record) => ({ record, ...comparableRow(subjectOf(record.organisation)) }));
  const stored = await sql.all<{ id: string; source_id: string; record_id: string; known: boolean }>(
    `INSERT INTO imported_organisation AS stored (source_id, record_id, import_id, run_sequence, present, subject, features, marks, norm_version)
     SELECT "sourceId", "recordId", "importId", "runSequence", true, subject::jsonb, features::jsonb, marks::jsonb, "normVersion"
     FROM json_to_recordset($1::json) AS incoming ("sourceId" text, "recordId" text, "importId" text, "runSequence" int, subject text, features text, marks text, "normVersion" int)
     ORDER BY "sourceId", "recordId"
     ON CONFLICT (source_id, record_id) DO UPDATE SET import_id = excluded.import_id, run_sequence = excluded.run_sequence, present = true,
       subject = excluded.subject, features = excluded.features, marks = excluded.marks, norm_version = excluded.norm_version
     WHERE stored.run_sequence <= excluded.run_sequence
     RETURNING id, source_id, record_id, xmax <> 0 AS known`,
    [JSON.stringify(rows.map(({ record: { sourceId, recordId, importId, runSequence }, row }) => ({ sourceId, recordId, importId, runSequence, ...row })))],
  );
  const saved = new Map(stored.map((row) => [recordKey({ sourceId: row.source_id, recordId: row.record_id }), row.id]));
  await replaceKeys(sql, sides.IMPORTED, rows.flatMap(({ record, keys }) => ownedBy(saved.get(recordKey(record)), keys)), knownAmong(stored));
  return saved;
}

const knownAmong = (rows: readonly { id: string; known: boolean }[]): string[] => rows.filter(({ known }) => known).map(({ id }) => id);

function ownedBy<Keys>(owner: string | undefined, keys: Keys) {
  return owner === undefined ? [] : [{ owner, keys }];
}

/** In the order in which rows are locked everywhere. */
function newestOf(records: readonly MappedRecord[]): MappedRecord[] {
  const newest = new Map<string, MappedRecord>();
  for (const record of records) {
    const known = newest.get(recordKey(record));
    if (!known || known.runSequence <= record.runSequence) newest.set(recordKey(record), record);
  }
  return [...newest.values()];
}

/** @returns the ids of records that are known, whether present or not */
export async function findRecords(sql: Sql, records: readonly RecordReference[]): Promise<Map<string, string>> {
  const rows = await sql.all<{ id: string; source_id: string; record_id: string }>(
    `SELECT id, i.source_id, i.record_id FROM unnest($1::text[], $2::text[]) AS wanted (source_id, record_id)
     JOIN imported_organisation i ON i.source_id = wanted.source_id AND i.record_id = wanted.record_id`,
    [records.map(({ sourceId }) => sourceId), records.map(({ recordId }) => recordId)],
  );
  return new Map(rows.map((row) => [recordKey({ sourceId: row.source_id, recordId: row.record_id }), row.id]));
}

/** Every source of which there is something to compare. */
export async function presentSources(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ source_id: string }>('SELECT DISTINCT source_id FROM imported_organisation WHERE present ORDER BY source_id');
  return rows.map((row) => row.source_id);
}

/** Which records are to be forgotten for good (N37). @returns those of these that are */
export async function suppressedAmong(sql: Sql, records: readonly RecordReference[]): Promise<Set<string>> {
  const rows = await sql.all<{ source_id: string; record_id: string }>(
    `SELECT s.source_id, s.record_id FROM unnest($1::text[], $2::text[]) AS wanted (source_id, record_id)
     JOIN suppressed_record s ON s.source_id = wanted.source_id AND s.record_id = wanted.record_id`,
    [records.map(({ sourceId }) => sourceId), records.map(({ recordId }) => recordId)],
  );
  return new Set(rows.map((row) => recordKey({ sourceId: row.source_id, recordId: row.record_id })));
}

/** @returns whether anything was ever imported that is still known */
export async function hasImported(sql: Sql): Promise<boolean> {
  return (await sql.all('SELECT FROM imported_organisation LIMIT 1')).length > 0;
}

/** Runs a look at the database, in a transaction of its own. */
type Looking = <Result>(look: (sql: Sql) => Promise<Result>) => Promise<Result>;

/** The ids of the present records of a source, in the order in which rows are locked, so many at a time. */
export async function* presentPages(looking: Looking, sourceId: string, size: number): AsyncGenerator<string[], void> {
  let after = '';
  for (;;) {
    const rows = await looking((sql) => readPage(sql, sourceId, after, size));
    const last = rows.at(-1);
    if (!last) return;
    after = last.record_id;
    yield rows.map(({ id }) => id);
  }
}

function readPage(sql: Sql, sourceId: string, after: string, size: number): Promise<{ id: string; record_id: string }[]> {
  return sql.all('SELECT id, record_id FROM imported_organisation WHERE source_id = $1 AND record_id > $2 AND present ORDER BY record_id LIMIT $3', [sourceId, after, size]);
}

/** @returns what each was last compared with */
export async function readCompared(sql: Sql, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await sql.all<{ id: string; compared_state: string | null }>('SELECT id, compared_state FROM imported_organisation WHERE id = ANY($1::bigint[])', [ids]);
  return new Map(rows.map((row) => [row.id, row.compared_state]));
}

/** Keeps what each, whose row the caller has locked, was compared with. */
export async function storeCompared(sql: Sql, ids: readonly string[], candidates: ReadonlyMap<string, Candidates>): Promise<void> {
  await sql.run(
    `UPDATE imported_organisation o SET compared_state = n.state FROM unnest($1::bigint[], $2::bigint[]) AS n (id, state)
     WHERE o.id = n.id AND o.compared_state IS DISTINCT FROM n.state`,
    [ids, ids.map((id) => candidates.get(id)?.state ?? null)],
  );
}
