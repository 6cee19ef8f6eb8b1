import type { Sql } from '@gids/persistence';
import { validateProduct } from '@gids/validation';
import type { HistoryLine, Occasion } from '../history/record-history.js';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { errorsOf } from '../organisations/refusals.js';
import { insertManagedProducts, readProducts } from '../products/product-store.js';
import { removeTakenOver } from './take-over-store.js';
import { isTakenOver, type TakenOver } from './taken-over.js';

/** A link that ended. */
export interface EndedLink {
  /** The import record. */
  readonly recordId: number;
  readonly providerGidsId: number;
  readonly takerGidsId: number;
}

/**
 * Ends what was taken over through links that ended (R59). Where a person ended one and its taker is still there, what the
 * public saw of it stays, as products that the taker owns from now on: nothing disappears from a page of which nobody
 * asked that. Where the taker is deleted or the import took its organisation away, nothing stays.
 * @returns what the history of the records tells of it
 */
export async function endTakeOvers(sql: Sql, ended: readonly EndedLink[], { at, by }: Occasion): Promise<Map<number, HistoryLine[]>> {
  if (ended.length === 0) return new Map();
  const takenOver = await removeTakenOver(sql, ended.map(({ providerGidsId }) => providerGidsId));
  const told = new Map<number, HistoryLine[]>();
  for (const { recordId, providerGidsId, takerGidsId } of ended) {
    const one = takenOver.find((candidate) => candidate.providerGidsId === providerGidsId);
    const kept = one && by !== undefined ? await keepCopies(sql, one, takerGidsId, by, at) : 0;
    if (kept > 0) told.set(recordId, [{ kind: 'LINK', sentence: keptSentence(kept, takerGidsId) }]);
  }
  return told;
}

/** @returns how many products the taker has now of its own */
async function keepCopies(sql: Sql, takenOver: TakenOver, takerGidsId: number, by: string, now: Date): Promise<number> {
  const [taker] = await sql.all("SELECT gids_id FROM organisation WHERE gids_id = $1 AND management = 'MANAGED' FOR SHARE", [takerGidsId]);
  if (!taker) return 0;
  const offered = await readProducts(sql, 'owner_gids_id = $1 AND visible', [takenOver.providerGidsId]);
  const kept = offered.filter((product) => isTakenOver(product, takenOver) && errorsOf(validateProduct(product.product)).length === 0);
  const gidsIds = await takeGidsIds(sql, kept.length);
  const copies = gidsIds.flatMap((gidsId, index) => kept.slice(index, index + 1).map(({ product: content }) => ({ gidsId, ownerGidsId: takerGidsId, content, visible: true })));
  await insertManagedProducts(sql, copies, by, now);
  return copies.length;
}

function keptSentence(count: number, takerGidsId: number): string {
  const products = count === 1 ? 'Het overgenomen product blijft' : `De ${count} overgenomen producten blijven`;
  return `${products} bij G!DS ${takerGidsId}, voortaan los van de import.`;
}
