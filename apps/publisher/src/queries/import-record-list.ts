import { RequestRefused, type Actor, type ImportRecordDetail, type ImportRecordView, type ListImportRecords, type PayloadOf, type ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { recordConditions } from '../record-list/record-conditions.js';
import { recordOrder } from '../record-list/record-order.js';
import { stateColumns, stateOf, type StateRow } from '../records/record-state.js';
import { whyProductVisible } from '../products/imported-why.js';
import { explain } from '../rules/explanation.js';
import { whyVisible } from '../rules/why.js';
import { findShowers, showTakeOver } from '../take-over/shown-products.js';
import { iso } from './iso.js';

type Filter = PayloadOf<typeof ListImportRecords>;
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
export async function listImportRecords(sql: Sql, { page, pageSize, sort, count, ...filter }: Filter, actor?: Actor): Promise<ReplyOf<typeof ListImportRecords>> {
  const where = recordConditions(filter, actor);
  const order = recordOrder(sort);
  const next = where.parameters.length;
  const before = (page - 1) * pageSize;
  const rows = await sql.all<RecordRow>(
    `WITH page AS (SELECT r.id FROM import_record r ${where} ORDER BY ${order} LIMIT $${next + 1} OFFSET $${next + 2})
     SELECT ${stateColumns}, r.changed_at, o.town FROM page JOIN import_record r USING (id) LEFT JOIN organisation o ON o.gids_id = r.gids_id ORDER BY ${order}`,
    [...where.parameters, count === false ? pageSize + 1 : pageSize, before],
  );
  if (count === false) return { items: rows.slice(0, pageSize).map(viewOf), total: before + rows.length };
  const [counted] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM import_record r ${where}`, where.parameters);
  return { items: rows.map(viewOf), total: counted?.total ?? 0 };
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
    duplicateCount: row.duplicates.length,
    suppressed: row.suppressed,
    version: row.version,
    changedAt: iso(row.changed_at),
    ...(row.gids_id !== null && { gidsId: Number(row.gids_id) }),
    ...(row.town !== null && { town: row.town }),
    ...(row.linked_organisation_id !== null && { linkedOrganisationId: Number(row.linked_organisation_id) }),
    ...(row.note !== null && { note: row.note }),
  };
}
