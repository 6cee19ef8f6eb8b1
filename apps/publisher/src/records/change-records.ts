import type { Sql } from '@gids/persistence';
import { describeChanges } from '../history/describe-changes.js';
import { addHistory, type HistoryLine, type Occasion } from '../history/record-history.js';
import { evaluate } from '../rules/evaluation.js';
import { endTakeOvers, type EndedLink } from '../take-over/end-take-overs.js';
import { snapshotOf, stateColumns, stateOf, type RecordState, type StateRow } from './record-state.js';

/** What an occasion changes of a record; status and visibility follow from it. */
export type RecordChange = Partial<
  Pick<RecordState, 'publicationAction' | 'linkedOrganisationId' | 'note' | 'duplicates' | 'matchVersion' | 'missingAtSource' | 'suppressed'>
> & {
  /** What is told of it beside what follows from it. */
  readonly told?: readonly HistoryLine[];
};

interface Changed {
  readonly before: RecordState;
  readonly after: RecordState;
  readonly told: readonly HistoryLine[];
}

/** Reads records whose rows are locked. Not in the statement that locks: see `readRecords`. */
export async function readStates(sql: Sql, ids: readonly (number | string)[]): Promise<RecordState[]> {
  const rows = await sql.all<StateRow>(`SELECT ${stateColumns} FROM import_record r WHERE r.id = ANY($1::bigint[]) ORDER BY r.source_id, r.record_id`, [ids]);
  return rows.map(stateOf);
}

/**
 * Changes locked records, evaluates each anew, writes what differs with its history, and shows or hides what they stand for:
 * the one way in which anything but the outcome of a run changes a record (R28, R99, A31).
 * @param change what becomes of a record; undefined leaves it as it is
 * @returns the records as they stand now
 */
export async function changeRecords(
  sql: Sql,
  ids: readonly (number | string)[],
  occasion: Occasion,
  change: (record: RecordState) => RecordChange | undefined,
): Promise<RecordState[]> {
  const before = await readStates(sql, ids);
  const changed = before.flatMap((record) => apply(record, change(record)));
  await writeStates(sql, changed.map(({ after }) => after), occasion);
  await showOrHide(sql, changed.filter(({ before: was, after }) => was.visible !== after.visible).map(({ after }) => after));
  const ended = await endTakeOvers(sql, changed.flatMap(endedLink), occasion);
  await addHistory(sql, occasion, new Map(changed.map((one) => [one.after.id, [...one.told, ...(ended.get(one.after.id) ?? []), ...linesOf(one)]])));
  const after = new Map(changed.map((one) => [one.after.id, one.after]));
  return before.map((record) => after.get(record.id) ?? record);
}

function apply(before: RecordState, change: RecordChange | undefined): Changed[] {
  if (!change) return [];
  const { told = [], ...fields } = change;
  const facts = { ...before, ...fields };
  const after = { ...facts, ...evaluate(facts), version: before.version + 1 };
  return [{ before, after, told }];
}

/** Whatever ends a link, what was taken over through it ends with it (R59). */
function endedLink({ before: { id: recordId, gidsId, linkedOrganisationId }, after }: Changed): EndedLink[] {
  if (gidsId === undefined || linkedOrganisationId === undefined || after.linkedOrganisationId === linkedOrganisationId) return [];
  return [{ recordId, providerGidsId: gidsId, takerGidsId: linkedOrganisationId }];
}

function linesOf({ before, after }: Changed): HistoryLine[] {
  return describeChanges(snapshotOf(before, before), snapshotOf(after, after));
}

async function writeStates(sql: Sql, records: readonly RecordState[], { at }: Occasion): Promise<void> {
  if (records.length === 0) return;
  await sql.run(
    `UPDATE import_record r SET status = incoming.status, visible = incoming.visible, publication_action = incoming."publicationAction",
       linked_organisation_id = incoming."linkedOrganisationId", note = incoming.note, duplicates = incoming.duplicates,
       match_version = incoming."matchVersion", missing_at_source = incoming."missingAtSource", suppressed = incoming.suppressed,
       version = incoming.version, changed_at = $2
     FROM json_to_recordset($1::json) AS incoming (id bigint, status text, visible boolean, "publicationAction" text, "linkedOrganisationId" bigint,
       note text, duplicates jsonb, "matchVersion" int, "missingAtSource" boolean, suppressed boolean, version int)
     WHERE r.id = incoming.id`,
    [JSON.stringify(records), at],
  );
}

/** An imported organisation or product is shown exactly where its record says so; of more records the strictest wins (R15). */
async function showOrHide(sql: Sql, records: readonly RecordState[]): Promise<void> {
  const rows = records.flatMap(({ gidsId, visible, type }) => (gidsId === undefined ? [] : [{ gidsId, visible, type }]));
  if (rows.length === 0) return;
  for (const [type, table] of [['ORGANISATION', 'organisation'], ['PRODUCT', 'product']] as const) {
    await sql.run(
      `UPDATE ${table} t SET visible = incoming.visible, version = t.version + 1, changed_at = now()
       FROM json_to_recordset($1::json) AS incoming ("gidsId" bigint, visible boolean, type text)
       WHERE t.gids_id = incoming."gidsId" AND incoming.type = $2 AND t.management = 'IMPORTED' AND t.visible <> incoming.visible
         AND NOT (incoming.visible AND EXISTS (SELECT FROM import_record other WHERE other.gids_id = t.gids_id AND NOT other.visible))`,
      [JSON.stringify(rows), type],
    );
  }
}
