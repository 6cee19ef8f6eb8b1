import type { Duplicate } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import type { Occasion } from '../history/record-history.js';
import { lostMatches, rememberSignals, type Signal } from '../review/review-signals.js';
import { tellLostMatches } from '../review/tell-lost-matches.js';
import { changeRecords, type RecordChange } from './change-records.js';
import { newlyBlocking, rememberNewDuplicates, type NewDuplicates } from './new-duplicates.js';
import { keyColumns, keyOf, lockRecords, type RecordKey } from './record-store.js';
import type { RecordState } from './record-state.js';
import { tellNewDuplicatesNow } from './tell-new-duplicates.js';

/** The duplicates of a record as the deduplicator last told them. */
export interface DuplicatesOfRecord extends RecordKey {
  readonly matchVersion: number;
  readonly duplicates: readonly Duplicate[];
}

/**
 * Takes over what the deduplicator found without a new row of the source (R37-R39); what is older than what is held changes
 * nothing. What is new or lost is told (R74, A30): of a run at its end, else at once.
 */
export async function takeDuplicates(unit: Pick<UnitOfWork, 'sql' | 'emit'>, found: readonly DuplicatesOfRecord[], occasion: Occasion): Promise<void> {
  const { sql } = unit;
  const newest = newestByRecord(found);
  const records = [...newest.values()];
  const ids = await lockRecords(sql, records);
  const lost: Signal[] = [];
  const fresh: NewDuplicates[] = [];
  const known = await changeRecords(sql, ids, occasion, (record) => {
    const change = changeOf(record, newest.get(keyOf(record)));
    if (change) {
      lost.push(...lostMatches(record, change.duplicates));
      fresh.push({ ...record, gidsIds: newlyBlocking(record, { ...record, ...change }) });
    }
    return change;
  });
  await tellDifference(unit, { lost, fresh, known }, occasion);
  const knownKeys = new Set(known.map(keyOf));
  await keepEarly(sql, records.filter((record) => !knownKeys.has(keyOf(record))));
}

interface Difference {
  readonly lost: readonly Signal[];
  readonly fresh: readonly NewDuplicates[];
  /** The records as they stand now. */
  readonly known: readonly RecordState[];
}

/** What a person decided, by a verdict or another policy, he knows. */
async function tellDifference(unit: Pick<UnitOfWork, 'sql' | 'emit'>, { lost, fresh, known }: Difference, { by, runId, at }: Occasion): Promise<void> {
  if (by !== undefined) return;
  await rememberSignals(unit.sql, 'MATCH_LOST', lost, at);
  await tellLostMatches(unit, lost, known);
  if (runId === undefined) await tellNewDuplicatesNow(unit, fresh);
  else await rememberNewDuplicates(unit.sql, fresh);
}

/** Duplicates of records whose row is still on its way, by key; they are handed out once. */
export async function takeEarlyDuplicates(sql: Sql, keys: readonly RecordKey[]): Promise<Map<string, DuplicatesOfRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.all<DuplicatesOfRecord>(
    `DELETE FROM early_duplicates WHERE (source_id, record_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
     RETURNING source_id AS "sourceId", record_id AS "recordId", match_version AS "matchVersion", duplicates`,
    keyColumns(keys),
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function newestByRecord(found: readonly DuplicatesOfRecord[]): Map<string, DuplicatesOfRecord> {
  return new Map(found.toSorted((a, b) => a.matchVersion - b.matchVersion).map((one) => [keyOf(one), one]));
}

function changeOf(record: RecordState, found: DuplicatesOfRecord | undefined): (RecordChange & Pick<RecordState, 'duplicates'>) | undefined {
  if (!found || found.matchVersion <= record.matchVersion) return undefined;
  return { duplicates: record.suppressed ? [] : found.duplicates, matchVersion: found.matchVersion };
}

/** An event of the directory is not behind the file's rows in one queue, so it may be here before its record. */
async function keepEarly(sql: Sql, found: readonly DuplicatesOfRecord[]): Promise<void> {
  if (found.length === 0) return;
  await sql.run(
    `INSERT INTO early_duplicates AS kept (source_id, record_id, match_version, duplicates)
     SELECT "sourceId", "recordId", "matchVersion", duplicates
     FROM json_to_recordset($1::json) AS incoming ("sourceId" text, "recordId" text, "matchVersion" int, duplicates jsonb)
     ORDER BY "sourceId", "recordId"
     ON CONFLICT (source_id, record_id) DO UPDATE SET match_version = excluded.match_version, duplicates = excluded.duplicates
     WHERE kept.match_version < excluded.match_version`,
    [JSON.stringify(found)],
  );
}
