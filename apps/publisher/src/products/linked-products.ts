import type { ProductView } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { takenOverBy } from '../take-over/taken-over.js';
import { readProducts } from './product-store.js';

/** What reaches a managed organisation through its links: all that it is offered, and what of that it took over (R59). */
export interface LinkedProducts {
  readonly offered: ProductView[];
  readonly takenOver: ProductView[];
}

/** Linking offers the products of the imported organisation; nothing is taken over by itself (A24). */
export async function findLinkedProducts(sql: Sql, gidsId: number): Promise<LinkedProducts> {
  const ofLinked = 'owner_gids_id IN (SELECT gids_id FROM import_record WHERE linked_organisation_id = $1)';
  return { offered: await readProducts(sql, ofLinked, [gidsId]), takenOver: await readProducts(sql, `gids_id IN (${takenOverBy('$1')})`, [gidsId]) };
}
