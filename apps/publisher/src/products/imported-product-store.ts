import type { ProductContent } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { keyOf } from '../records/record-store.js';
import { stateColumns, stateOf, type StateRow } from '../records/record-state.js';
import type { KnownProduct } from './imported-product.js';

/** An imported product as a run leaves it. */
export interface ImportedProduct {
  readonly gidsId: number;
  readonly ownerGidsId: number;
  readonly sourceId: string;
  readonly recordId: string;
  readonly content: ProductContent;
  readonly contentHash: string;
  readonly visible: boolean;
}

interface KnownRow extends StateRow {
  content: ProductContent | null;
  content_hash: string | null;
  owner_gids_id: string | null;
}

/** Reads locked records with their products, by key. @throws where one is the record of an organisation */
export async function readProductRecords(sql: Sql, ids: readonly string[]): Promise<Map<string, KnownProduct>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.all<KnownRow>(
    `SELECT ${stateColumns}, product.content, product.content_hash, product.owner_gids_id
     FROM import_record r LEFT JOIN product ON product.gids_id = r.gids_id WHERE r.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(knownOf).map((known) => [keyOf(known), known]));
}

function knownOf(row: KnownRow): KnownProduct {
  if (row.type !== 'PRODUCT') throw new Error(`Record ${row.record_id} of ${row.source_id} is an organisation, not a product`);
  return {
    ...stateOf(row),
    content: row.content ?? undefined,
    contentHash: row.content_hash ?? undefined,
    ownerGidsId: row.owner_gids_id === null ? undefined : Number(row.owner_gids_id),
  };
}

/** Writes imported products in one statement. @throws where a G!DS-ID is of a product that an editor manages (R13) */
export async function saveProducts(sql: Sql, products: readonly ImportedProduct[]): Promise<void> {
  if (products.length === 0) return;
  const written = await sql.run(
    `INSERT INTO product (gids_id, owner_gids_id, management, kind, name, name_folded, content, content_hash, visible, version, source_id, record_id)
     SELECT gids_id, owner_gids_id, 'IMPORTED', content ->> 'kind', content ->> 'name', name_folded, content, content_hash, visible, 1, source_id, record_id
     FROM json_to_recordset($1::json) AS incoming (gids_id bigint, owner_gids_id bigint, source_id text, record_id text, name_folded text, content jsonb,
       content_hash text, visible boolean)
     ORDER BY gids_id
     ON CONFLICT (gids_id) DO UPDATE SET owner_gids_id = excluded.owner_gids_id, kind = excluded.kind, name = excluded.name,
       name_folded = excluded.name_folded, content = excluded.content, content_hash = excluded.content_hash, visible = excluded.visible,
       version = product.version + 1, changed_at = now()
     WHERE product.management = 'IMPORTED'`,
    [JSON.stringify(products.map(rowOf))],
  );
  if (written !== products.length) throw new Error('Not every product could be saved: a G!DS-ID is of a product that an editor manages');
}

/** Hides products whose record can no longer be saved as one. */
export async function hideProducts(sql: Sql, gidsIds: readonly number[]): Promise<void> {
  if (gidsIds.length === 0) return;
  await sql.run(
    `UPDATE product SET visible = false, version = version + 1, changed_at = now()
     WHERE gids_id = ANY($1::bigint[]) AND visible AND management = 'IMPORTED'`,
    [gidsIds],
  );
}

function rowOf({ gidsId, ownerGidsId, sourceId, recordId, content, contentHash, visible }: ImportedProduct) {
  const { name } = content;
  return { gids_id: gidsId, owner_gids_id: ownerGidsId, source_id: sourceId, record_id: recordId, name_folded: fold(name), content, content_hash: contentHash, visible };
}
