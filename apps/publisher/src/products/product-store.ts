import type { Management, ProductContent, ProductView } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { contentHash } from '../organisations/content-hash.js';
import { iso } from '../queries/iso.js';
import { notManagedProduct, staleProduct, unknownProduct } from './product-refusals.js';

/** A product as a command finds it. */
export interface StoredProduct {
  readonly gidsId: number;
  readonly management: Management;
  readonly name: string;
  readonly version: number;
}

/** What is written of a managed product. */
export interface ManagedProduct {
  readonly gidsId: number;
  readonly ownerGidsId: number;
  readonly content: ProductContent;
  readonly visible: boolean;
}

interface ProductRow {
  gids_id: string;
  owner_gids_id: string;
  content: ProductContent;
  visible: boolean;
  version: number;
  source_id: string | null;
  changed_at: string;
}

/** Dutch sorting, and one order among equal names. */
const order = 'product.name COLLATE "nl-x-icu", product.gids_id';

/** Products of the back office, hidden ones too (R71). @param condition on `product`, with its parameters */
export async function readProducts(sql: Sql, condition: string, parameters: readonly unknown[]): Promise<ProductView[]> {
  const rows = await sql.all<ProductRow>(
    `SELECT gids_id, owner_gids_id, content, visible, version, source_id, changed_at FROM product WHERE ${condition} ORDER BY ${order}`,
    parameters,
  );
  return rows.map(viewOf);
}

/** One product, hidden or not (R71). @throws RequestRefused (404) where there is none */
export async function showProduct(sql: Sql, gidsId: number): Promise<ProductView> {
  const [product] = await readProducts(sql, 'gids_id = $1', [gidsId]);
  if (!product) throw unknownProduct(gidsId);
  return product;
}

/** One product that editors manage. @throws RequestRefused (404) where there is none */
export async function showManagedProduct(sql: Sql, gidsId: number): Promise<ProductView> {
  const [product] = await readProducts(sql, "gids_id = $1 AND management = 'MANAGED'", [gidsId]);
  if (!product) throw unknownProduct(gidsId);
  return product;
}

/**
 * Locks the managed product that a command is about.
 * @throws RequestRefused where it is unknown (404), belongs to an import (409, R12) or was changed meanwhile (412)
 */
export async function lockManagedProduct(sql: Sql, { gidsId, version }: { gidsId: number; version: number }): Promise<StoredProduct> {
  const [row] = await sql.all<Omit<StoredProduct, 'gidsId'>>('SELECT management, name, version FROM product WHERE gids_id = $1 FOR UPDATE', [gidsId]);
  if (!row) throw unknownProduct(gidsId);
  const stored = { gidsId, ...row };
  if (stored.management !== 'MANAGED') throw notManagedProduct(stored);
  if (stored.version !== version) throw staleProduct(stored, version);
  return stored;
}

/** Writes new managed products in one statement. */
export async function insertManagedProducts(sql: Sql, products: readonly ManagedProduct[], by: string, now: Date): Promise<void> {
  if (products.length === 0) return;
  await sql.run(
    `INSERT INTO product (gids_id, owner_gids_id, management, kind, name, name_folded, content, content_hash, visible, version, changed_by, changed_at)
     SELECT gids_id, owner_gids_id, 'MANAGED', kind, name, name_folded, content, content_hash, visible, 1, $2, $3
     FROM json_to_recordset($1::json) AS entered (gids_id bigint, owner_gids_id bigint, ${contentColumnTypes}, visible boolean)
     ORDER BY gids_id`,
    [JSON.stringify(products.map(rowOf)), by, now],
  );
}

/** Writes the next version of a managed product that is locked. */
export async function updateManagedProduct(sql: Sql, gidsId: number, content: ProductContent, visible: boolean, by: string, now: Date): Promise<void> {
  await sql.run(
    `UPDATE product SET (kind, name, name_folded, content, content_hash) =
         (SELECT kind, name, name_folded, content, content_hash FROM json_to_record($2::json) AS entered (${contentColumnTypes})),
       visible = $3, version = version + 1, changed_by = $4, changed_at = $5
     WHERE gids_id = $1`,
    [gidsId, JSON.stringify(columnsOf(content)), visible, by, now],
  );
}

/** Deletes a managed product that is locked. */
export async function removeProduct(sql: Sql, gidsId: number): Promise<void> {
  await sql.run("DELETE FROM product WHERE gids_id = $1 AND management = 'MANAGED'", [gidsId]);
}

/** Removes all products of organisations that are deleted, managed and imported alike (R50, R96). */
export async function removeProductsOf(sql: Sql, ownerGidsIds: readonly number[]): Promise<void> {
  await sql.run('DELETE FROM product WHERE owner_gids_id = ANY($1::bigint[])', [ownerGidsIds]);
}

const contentColumnTypes = 'kind text, name text, name_folded text, content jsonb, content_hash text';

function columnsOf(content: ProductContent) {
  const { kind, name } = content;
  return { kind, name, name_folded: fold(name), content, content_hash: contentHash(content) };
}

function rowOf({ gidsId, ownerGidsId, content, visible }: ManagedProduct) {
  return { gids_id: gidsId, owner_gids_id: ownerGidsId, visible, ...columnsOf(content) };
}

function viewOf(row: ProductRow): ProductView {
  return {
    gidsId: Number(row.gids_id),
    ownerGidsId: Number(row.owner_gids_id),
    product: row.content,
    visible: row.visible,
    version: row.version,
    changedAt: iso(row.changed_at),
    ...(row.source_id !== null && { sourceId: row.source_id }),
  };
}
