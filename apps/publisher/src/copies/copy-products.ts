import type { Sql } from '@gids/persistence';
import { validateProduct } from '@gids/validation';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { errorsOf } from '../organisations/refusals.js';
import { insertManagedProducts, readProducts } from '../products/product-store.js';

/** Copies the products of one organisation to another, each as visible as it was where it is valid (A16, R64). */
export async function copyProducts(sql: Sql, { from, to }: { from: number; to: number }, by: string, now: Date): Promise<void> {
  const products = await readProducts(sql, 'owner_gids_id = $1', [from]);
  const gidsIds = await takeGidsIds(sql, products.length);
  const copies = products.map(({ product: content, visible }, index) => ({
    gidsId: gidsIds[index] as number,
    ownerGidsId: to,
    content,
    visible: visible && errorsOf(validateProduct(content)).length === 0,
  }));
  await insertManagedProducts(sql, copies, by, now);
}
