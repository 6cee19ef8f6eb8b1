import type { OrganisationContent } from '@gids/contracts';
import { hash64, type MatchSubject } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { replaceKeys } from './match-keys.js';
import { comparableRow, sides, subjectOf } from './organisation-row.js';

/** A managed organisation as an event tells of it; without content it is removed. */
export interface ManagedChange {
  readonly gidsId: number;
  readonly version: number;
  readonly visible: boolean;
  readonly organisation?: OrganisationContent;
  readonly copiedFrom?: { readonly sourceId: string; readonly recordId: string } | undefined;
}

/** What a change comes to: whether something that is compared changed, or only what is shown of it. */
export interface SavedChange {
  readonly gidsId: string;
  readonly compared: boolean;
}

interface Before {
  gids_id: string;
  marks: object;
  name: string;
  town: string | null;
  visible: boolean;
  removed: boolean;
  copied: string | null;
}

const nothing: MatchSubject = { kind: 'OTHER_ORGANISATION', name: '', identifiers: [] };

/**
 * Keeps the newest version of each organisation, in whatever order they arrive.
 * @returns those that changed; what came too late or says nothing new is not among them (DEDUPE 6)
 */
export async function saveManagedOrganisations(sql: Sql, changes: readonly ManagedChange[]): Promise<SavedChange[]> {
  const rows = newestOf(changes).map(rowOf);
  const before = await lockManaged(sql, rows.map(({ gidsId }) => gidsId));
  const stored = new Set(await upsert(sql, rows));
  const saved = rows.filter(({ gidsId }) => stored.has(String(gidsId)));
  const changed = saved.flatMap((row) => changeOf(row, before.get(String(row.gidsId))));
  const rekeyed = new Set(changed.filter(({ compared }) => compared).map(({ gidsId }) => gidsId));
  await replaceKeys(sql, sides.MANAGED, saved.flatMap(({ gidsId, keys }) => (rekeyed.has(String(gidsId)) ? [{ owner: String(gidsId), keys }] : [])), [...rekeyed].filter((gidsId) => before.has(gidsId)));
  return changed;
}

function newestOf(changes: readonly ManagedChange[]): ManagedChange[] {
  const newest = new Map<number, ManagedChange>();
  for (const change of changes) {
    if ((newest.get(change.gidsId)?.version ?? 0) < change.version) newest.set(change.gidsId, change);
  }
  return [...newest.values()].sort((a, b) => a.gidsId - b.gidsId);
}

function rowOf({ gidsId, version, visible, organisation, copiedFrom }: ManagedChange) {
  const { row, keys } = comparableRow(organisation ? subjectOf(organisation) : nothing);
  return {
    ...row,
    gidsId,
    version,
    visible,
    removed: organisation === undefined,
    name: organisation?.name ?? '',
    town: organisation?.visitAddress?.town ?? null,
    copiedSourceId: copiedFrom?.sourceId ?? null,
    copiedRecordId: copiedFrom?.recordId ?? null,
    mark: managedMark(row.features, copiedFrom),
    keys: organisation ? keys : [],
  };
}

/** @returns a mark of all by which a managed organisation is compared */
export const managedMark = (features: string, copiedFrom: ManagedChange['copiedFrom']): string =>
  String(hash64(`${features} ${copiedFrom?.sourceId ?? ''} ${copiedFrom?.recordId ?? ''}`));

type ManagedRow = ReturnType<typeof rowOf>;

async function lockManaged(sql: Sql, gidsIds: readonly number[]): Promise<Map<string, Before>> {
  const rows = await sql.all<Before>(
    `SELECT gids_id, marks, name, town, visible, removed, copied_source_id || ' ' || copied_record_id AS copied
     FROM managed_organisation WHERE gids_id = ANY($1::bigint[]) ORDER BY gids_id FOR UPDATE`,
    [gidsIds],
  );
  return new Map(rows.map((row) => [row.gids_id, row]));
}

async function upsert(sql: Sql, rows: readonly ManagedRow[]): Promise<string[]> {
  const stored = await sql.all<{ gids_id: string }>(
    `INSERT INTO managed_organisation AS stored (gids_id, version, removed, visible, name, town, copied_source_id, copied_record_id, mark, subject, features, marks, norm_version)
     SELECT "gidsId", version, removed, visible, name, town, "copiedSourceId", "copiedRecordId", mark, subject::jsonb, features::jsonb, marks::jsonb, "normVersion"
     FROM json_to_recordset($1::json) AS incoming ("gidsId" bigint, version int, removed boolean, visible boolean, name text, town text,
       "copiedSourceId" text, "copiedRecordId" text, mark bigint, subject text, features text, marks text, "normVersion" int)
     ORDER BY "gidsId"
     ON CONFLICT (gids_id) DO UPDATE SET version = excluded.version, removed = excluded.removed, visible = excluded.visible, name = excluded.name,
       town = excluded.town, copied_source_id = excluded.copied_source_id, copied_record_id = excluded.copied_record_id, mark = excluded.mark,
       subject = excluded.subject, features = excluded.features, marks = excluded.marks, norm_version = excluded.norm_version
     WHERE stored.version < excluded.version
     RETURNING gids_id`,
    [JSON.stringify(rows.map((row) => ({ ...row, keys: undefined })))],
  );
  return stored.map(({ gids_id: id }) => id);
}

function changeOf(row: ManagedRow, before: Before | undefined): SavedChange[] {
  const gidsId = String(row.gidsId);
  if (!before) return [{ gidsId, compared: true }];
  const copied = row.copiedSourceId === null ? null : `${row.copiedSourceId} ${row.copiedRecordId}`;
  const compared = before.removed !== row.removed || before.copied !== copied || !sameMarks(before.marks, JSON.parse(row.marks) as object);
  const shown = before.visible !== row.visible || before.name !== row.name || before.town !== row.town;
  return compared || shown ? [{ gidsId, compared }] : [];
}

function sameMarks(one: object, other: object): boolean {
  return Object.entries(other).every(([field, mark]) => (one as Record<string, unknown>)[field] === mark);
}
