import { mostNamedDuplicates, NewDuplicatesFound, type DataOf, type Duplicate } from '@gids/contracts';
import type { Origin, UnitOfWork } from '@gids/messaging';
import type { NewDuplicates } from './new-duplicates.js';
import type { KnownRun } from '../runs/run-progress.js';

type Named = DataOf<typeof NewDuplicatesFound>['records'][number];

/** Of one record as many are named as a person looks at; the screen shows all. */
const mostPerRecord = 10;

/** A record with all its duplicates, and which of them are new. */
interface FoundRow {
  id: string;
  import_id: string;
  source_id: string;
  record_id: string;
  gids_id: string;
  name: string;
  duplicates: Duplicate[];
  fresh: string[];
  total: number;
}

/** Which of the new duplicates still hold their record back: what came and went within one run is not told. */
const stillNew = `r.gids_id IS NOT NULL AND r.publication_action <> 'DO_NOT_SHOW' AND r.linked_organisation_id IS NULL AND NOT r.missing_at_source AND EXISTS (
  SELECT FROM jsonb_to_recordset(r.duplicates) AS d ("gidsId" bigint, visible boolean, counts boolean) WHERE d."gidsId" = fresh.gids_id AND d.visible AND d.counts)`;

const found = (fresh: string) => `WITH found AS (
    SELECT r.id, array_agg(fresh.gids_id::text) AS fresh FROM ${fresh} JOIN import_record r ON r.id = fresh.record_id WHERE ${stillNew} GROUP BY r.id),
  named AS (SELECT found.*, count(*) OVER (PARTITION BY r.source_id)::int AS total, row_number() OVER (PARTITION BY r.source_id ORDER BY r.record_id) AS place
    FROM found JOIN import_record r USING (id))
  SELECT r.id, r.import_id, r.source_id, r.record_id, r.gids_id, r.name, r.duplicates, named.fresh, named.total
  FROM named JOIN import_record r USING (id) WHERE place <= ${mostNamedDuplicates} ORDER BY r.source_id, r.record_id`;

/** Tells, once, what a run found new in its source, and forgets it; what a run that never ended left behind goes along (R74). */
export async function tellNewDuplicatesOfRun({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, { sourceId }: KnownRun, origin: Origin): Promise<void> {
  const rows = await sql.all<FoundRow>(found('(SELECT record_id, gids_id FROM new_duplicate WHERE source_id = $1) AS fresh'), [sourceId]);
  await sql.run('DELETE FROM new_duplicate WHERE source_id = $1', [sourceId]);
  tell(emit, rows, { origin });
}

/** Tells at once what an edit of the directory brought about, of all records of a frame together (R37, R74). */
export async function tellNewDuplicatesNow({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, fresh: readonly NewDuplicates[]): Promise<void> {
  const pairs = fresh.flatMap(({ id, gidsIds }) => gidsIds.map((gidsId) => [id, gidsId] as const));
  if (pairs.length === 0) return;
  const given = 'unnest($1::bigint[], $2::bigint[]) AS fresh (record_id, gids_id)';
  tell(emit, await sql.all<FoundRow>(found(given), [pairs.map(([id]) => id), pairs.map(([, gidsId]) => gidsId)]), {});
}

function tell(emit: UnitOfWork['emit'], rows: readonly FoundRow[], { origin }: { origin?: Origin }): void {
  for (const [sourceId, ofSource] of Map.groupBy(rows, (row) => row.source_id)) {
    const [first] = ofSource;
    if (!first) continue;
    const data = { importId: first.import_id, sourceId, total: first.total, records: ofSource.map(namedOf) };
    emit(NewDuplicatesFound, data, { subject: sourceId, ...(origin && { origin }) });
  }
}

function namedOf({ id, record_id: recordId, gids_id, name, duplicates, fresh }: FoundRow): Named {
  const isFresh = new Set(fresh.map(Number));
  const named = duplicates.filter(({ gidsId }) => isFresh.has(gidsId)).slice(0, mostPerRecord);
  return {
    importRecordId: Number(id),
    recordId,
    gidsId: Number(gids_id),
    name,
    duplicates: named.map(({ gidsId, name: other, reasons }) => ({ gidsId, name: other, reason: reasons.join('; ') })),
  };
}
