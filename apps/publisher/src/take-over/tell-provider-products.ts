import { ProviderProductsChanged, type DataOf } from '@gids/contracts';
import type { Origin, UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import type { KnownRun } from '../runs/run-progress.js';

type ProductChange = DataOf<typeof ProviderProductsChanged>['products'][number];

interface ChangedRow {
  record_id: string;
  provider_name: string;
  linked_organisation_id: string;
  linked_name: string;
  product: string;
  product_name: string;
  missing: boolean;
  came_or_went: boolean;
  taken_over: boolean;
}

/**
 * Tells at the end of a run how it changed the offer of the providers of managed organisations whose contract has the tick:
 * one message for each (S2:133, R95), and none of the organisation itself (R76). What the run did to a product is read from
 * the history of its record: nothing is collected meanwhile for the many that nobody asked of.
 */
export async function tellProviderProducts({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, run: KnownRun, origin: Origin): Promise<void> {
  const { importId, sourceId } = run;
  for (const [recordId, rows] of Map.groupBy(await readChanged(sql, run), (row) => row.record_id)) {
    const [first] = rows;
    if (!first) continue;
    const { provider_name: providerName, linked_name: linkedName } = first;
    const linkedOrganisationId = Number(first.linked_organisation_id);
    const data = { importId, sourceId, importRecordId: Number(recordId), providerName, linkedOrganisationId, linkedName, products: rows.map(changeOf) };
    emit(ProviderProductsChanged, data, { subject: first.linked_organisation_id, origin });
  }
}

function readChanged(sql: Sql, { importId, runId }: KnownRun): Promise<ChangedRow[]> {
  return sql.all<ChangedRow>(
    `SELECT provider.id AS record_id, provider.name AS provider_name, provider.linked_organisation_id, taker.name AS linked_name, offered.gids_id AS product,
       offered.name AS product_name, r.missing_at_source AS missing, told.came_or_went,
       coalesce(take_over.mode = 'ALL' OR offered.gids_id = ANY(take_over.product_gids_ids), false) AS taken_over
     FROM contract c
     JOIN organisation taker USING (gids_id)
     JOIN import_record provider ON provider.linked_organisation_id = c.gids_id
     JOIN product offered ON offered.owner_gids_id = provider.gids_id
     JOIN import_record r ON r.gids_id = offered.gids_id
     CROSS JOIN LATERAL (
       SELECT bool_or(h.kind = 'SOURCE') AS came_or_went FROM record_history h
       WHERE h.record_id = r.id AND h.run_id = $2 AND h.kind IN ('SOURCE', 'CONTENT') HAVING count(*) > 0) told
     LEFT JOIN take_over ON take_over.provider_gids_id = provider.gids_id
     WHERE c.notify_editors AND provider.import_id = $1 AND r.type = 'PRODUCT'
     ORDER BY provider.id, offered.name COLLATE "nl-x-icu", offered.gids_id`,
    [importId, runId],
  );
}

function changeOf({ product, product_name: name, came_or_went, missing, taken_over: takenOver }: ChangedRow): ProductChange {
  const change = !came_or_went ? 'CHANGED' : missing ? 'REMOVED' : 'ADDED';
  return { gidsId: Number(product), name, change, takenOver };
}
