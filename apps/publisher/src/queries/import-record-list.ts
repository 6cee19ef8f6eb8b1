import { RequestRefused, type ImportRecordDetail, type ImportRecordView, type ListImportRecords, type PayloadOf, type ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { stateColumns, stateOf, type StateRow } from '../records/record-state.js';
import { whyProductVisible } from '../products/imported-why.js';
import { explain } from '../rules/explanation.js';
import { whyVisible } from '../rules/why.js';
import { findShowers, showTakeOver } from '../take-over/shown-products.js';
import { containing } from './containing.js';
import { iso } from './iso.js';
import { Where } from './where.js';

type Filter = PayloadOf<typeof ListImportRecords>;
type SortField = Filter['sort'][number]['field'];

/** Dutch sorting: "De" and "'t" are words like others, IJ stands with I. */
const sortExpressions: Readonly<Record<SortField, string>> = {
  name: 'r.name COLLATE "nl-x-icu"',
  status: 'r.status',
  publicationAction: 'r.publication_action',
  recordId: 'r.record_id',
  changedAt: 'r.changed_at',
};

interface RecordRow extends StateRow {
  town: string | null;
  changed_at: string;
}

interface DetailRow extends RecordRow {
  content: ImportRecordDetail['organisation'] | null;
  product: ImportRecordDetail['product'] | null;
  owner_gids_id: string | null;
  last_run_id: string;
}

/**
 * HaalImportstatussen (R85, R88): a page of records and how many there are in all. The page is found by its ids
 * first: sorting whole rows, with all their findings, would spill to disk.
 */
export async function listImportRecords(sql: Sql, filter: Filter): Promise<ReplyOf<typeof ListImportRecords>> {
  const where = new Where()
    .add('r.import_id = ?', filter.importId)
    .add('r.source_id = ?', filter.sourceId)
    .add('r.record_id = ?', filter.recordId)
    .add('r.gids_id = ?', filter.gidsId)
    .add('r.type = ANY(?::text[])', filter.types)
    .add('r.status = ANY(?::text[])', filter.statuses)
    .add('r.publication_action = ANY(?::text[])', filter.publicationActions)
    .add('r.visible = ?', filter.visible)
    .add("r.name_folded LIKE ? ESCAPE '!'", filter.name === undefined ? undefined : containing(filter.name));
  const order = [...filter.sort.map(({ field, descending }) => `${sortExpressions[field]}${descending ? ' DESC' : ''}`), 'r.record_id', 'r.id'].join(', ');
  const next = where.parameters.length;
  const rows = await sql.all<RecordRow>(
    `WITH page AS (SELECT r.id FROM import_record r ${where} ORDER BY ${order} LIMIT $${next + 1} OFFSET $${next + 2})
     SELECT ${stateColumns}, r.changed_at, o.town FROM page JOIN import_record r USING (id) LEFT JOIN organisation o ON o.gids_id = r.gids_id ORDER BY ${order}`,
    [...where.parameters, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM import_record r ${where}`, where.parameters);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

/** One record with everything behind it. @throws RequestRefused where there is none */
export async function showImportRecord(sql: Sql, id: number): Promise<ImportRecordDetail> {
  const [row] = await sql.all<DetailRow>(
    `SELECT ${stateColumns}, r.changed_at, r.last_run_id, o.town, o.content, p.content AS product, p.owner_gids_id
     FROM import_record r LEFT JOIN organisation o ON o.gids_id = r.gids_id LEFT JOIN product p ON p.gids_id = r.gids_id WHERE r.id = $1`,
    [id],
  );
  if (!row) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen importregel ${id}.` });
  const state = stateOf(row);
  return {
    ...viewOf(row),
    makeVisible: row.make_visible,
    why: row.product && state.gidsId !== undefined ? whyProductVisible(state, await findShowers(sql, state.gidsId)) : whyVisible(state, state),
    issues: row.issues,
    duplicates: row.duplicates,
    lastRunId: row.last_run_id,
    ...(row.content && { organisation: row.content }),
    ...(row.product && { product: row.product }),
    ...(row.owner_gids_id !== null && { ownerGidsId: Number(row.owner_gids_id) }),
    ...(state.linkedOrganisationId !== undefined && { takeOver: await showTakeOver(sql, state.gidsId) }),
  };
}

function viewOf(row: RecordRow): ImportRecordView {
  return {
    id: Number(row.id),
    importId: row.import_id,
    sourceId: row.source_id,
    recordId: row.record_id,
    type: row.type,
    name: row.name,
    status: row.status,
    explanation: explain({ issues: row.issues, duplicates: row.duplicates, missingAtSource: row.missing_at_source, makeVisible: row.make_visible }),
    publicationAction: row.publication_action,
    visible: row.visible,
    missingAtSource: row.missing_at_source,
    suppressed: row.suppressed,
    version: row.version,
    changedAt: iso(row.changed_at),
    ...(row.gids_id !== null && { gidsId: Number(row.gids_id) }),
    ...(row.town !== null && { town: row.town }),
    ...(row.linked_organisation_id !== null && { linkedOrganisationId: Number(row.linked_organisation_id) }),
    ...(row.note !== null && { note: row.note }),
  };
}
