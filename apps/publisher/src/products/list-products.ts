import type { ListProducts, PayloadOf, ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { requireSeen } from '../organisations/seen-by.js';
import type { Asker } from '../people/may.js';
import { findLinkedProducts } from './linked-products.js';
import { readProducts } from './product-store.js';

/** Products of one organisation, hidden ones too: its own, and what reaches it through a link (R59, R71). @throws RequestRefused (404) */
export async function listProducts(sql: Sql, { ownerGidsId }: PayloadOf<typeof ListProducts>, asker: Asker): Promise<ReplyOf<typeof ListProducts>> {
  await requireSeen(sql, asker, ownerGidsId);
  const own = await readProducts(sql, 'owner_gids_id = $1', [ownerGidsId]);
  return { own, ...(await findLinkedProducts(sql, ownerGidsId)) };
}
