import type { ImportRecordDetail, ProductView } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Showers } from '../products/imported-why.js';
import { readProducts } from '../products/product-store.js';
import { publicProducts } from '../products/public-visibility.js';
import { readTakenOver } from './take-over-store.js';
import { isTakenOver, takenOverBy, takenOverProducts } from './taken-over.js';

/**
 * The products that the public sees at one organisation: its own, and those that it took over (R59, R70). All stand there
 * as its own: the provider of what was taken over is hidden, and as unknown as one that never was.
 */
export async function readShownProducts(sql: Sql, gidsId: number): Promise<ProductView[]> {
  const shown = `EXISTS (SELECT FROM organisation shown WHERE shown.gids_id = $1 AND ${publicProducts('shown')})`;
  // Not by OR: that would read all products there are.
  const offers = `SELECT own.gids_id FROM product own WHERE own.owner_gids_id = $1 UNION ALL ${takenOverBy('$1')}`;
  const products = await readProducts(sql, `gids_id IN (${offers}) AND ${shown}`, [gidsId]);
  return products.map((product) => ({ ...product, ownerGidsId: gidsId }));
}

/** What is taken over of the products of a linked record's organisation (R73). */
export async function showTakeOver(sql: Sql, providerGidsId: number | undefined): Promise<NonNullable<ImportRecordDetail['takeOver']>> {
  const takenOver = providerGidsId === undefined ? undefined : await readTakenOver(sql, providerGidsId);
  if (!takenOver) return { mode: 'NONE', productGidsIds: [] };
  const offered = await readProducts(sql, 'owner_gids_id = $1', [takenOver.providerGidsId]);
  return { mode: takenOver.mode, productGidsIds: offered.filter((product) => isTakenOver(product, takenOver)).map(({ gidsId }) => gidsId) };
}

/** Who shows an imported product, for the sentence that says why it is or is not visible (R99). */
export async function findShowers(sql: Sql, productGidsId: number): Promise<Showers> {
  const rows = await sql.all<{ gids_id: string; name: string; visible: boolean; owns: boolean }>(
    `SELECT o.gids_id, o.name, o.visible, shower.owns FROM (
       SELECT owner_gids_id AS gids_id, true AS owns FROM product WHERE gids_id = $1
       UNION ALL SELECT link.linked_organisation_id, false FROM ${takenOverProducts} WHERE taken.gids_id = $1
     ) shower JOIN organisation o USING (gids_id)`,
    [productGidsId],
  );
  const showers = rows.map(({ gids_id, ...shower }) => ({ ...shower, gidsId: Number(gids_id) }));
  return { owner: showers.find(({ owns }) => owns), taker: showers.find(({ owns }) => !owns) };
}
