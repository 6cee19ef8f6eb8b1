import type { ChangeProduct, CreateProduct, DeleteProduct, PayloadOf, ProductContent, ProductView, ReplyOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { validateProduct } from '@gids/validation';
import { cleaned } from '../organisations/entered-content.js';
import { readOrganisation } from '../organisations/managed-store.js';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { errorsOf, notManaged, refuseInvalid } from '../organisations/refusals.js';
import type { Asker } from '../people/may.js';
import { acts, requireStanding } from '../people/rights.js';
import { insertManagedProducts, lockManagedProduct, removeProduct, showProduct, updateManagedProduct } from './product-store.js';

/**
 * Enters a product under a managed organisation; with errors it can be saved hidden only.
 * @throws RequestRefused where the owner is unknown (404) or belongs to an import (409, R12, R68), where the asker does not
 *   edit it (403), or with errors (400)
 */
export async function createProduct({ sql }: UnitOfWork, command: PayloadOf<typeof CreateProduct>, asker: Asker, now: Date): Promise<ProductView> {
  const { ownerGidsId, visible, by } = command;
  const content = cleaned(command.product);
  await lockOwner(sql, ownerGidsId, asker);
  refuseShownInvalid(content, visible);
  const [gidsId] = (await takeGidsIds(sql, 1)) as [number];
  await insertManagedProducts(sql, [{ gidsId, ownerGidsId, content, visible }], by, now);
  return showProduct(sql, gidsId);
}

/** Changes, shows or hides a managed product. @throws RequestRefused where it is unknown, imported (R12) or stale, not the asker's (403), or with errors */
export async function changeProduct({ sql }: UnitOfWork, command: PayloadOf<typeof ChangeProduct>, asker: Asker, now: Date): Promise<ProductView> {
  const { visible, by } = command;
  const content = cleaned(command.product);
  await requireProductRight(sql, command.gidsId, asker);
  const { gidsId } = await lockManagedProduct(sql, command);
  refuseShownInvalid(content, visible);
  await updateManagedProduct(sql, gidsId, content, visible, by, now);
  return showProduct(sql, gidsId);
}

/** Deletes a managed product. @throws RequestRefused where it is unknown, imported (R12) or stale, or not the asker's (403) */
export async function deleteProduct({ sql }: UnitOfWork, command: PayloadOf<typeof DeleteProduct>, asker: Asker): Promise<ReplyOf<typeof DeleteProduct>> {
  await requireProductRight(sql, command.gidsId, asker);
  const { gidsId } = await lockManagedProduct(sql, command);
  await removeProduct(sql, gidsId);
  return { gidsId };
}

/** Holds the owner until the transaction ends, so that it is not deleted meanwhile. */
async function lockOwner(sql: Sql, gidsId: number, asker: Asker): Promise<void> {
  const owner = await readOrganisation(sql, gidsId, 'FOR SHARE');
  if (owner.management !== 'MANAGED') throw notManaged(owner);
  await requireStanding(sql, asker, owner, acts.edit);
}

/** A managed product stays with its owner: who edits that one, edits its products. What is not managed is refused elsewhere. */
async function requireProductRight(sql: Sql, gidsId: number, asker: Asker): Promise<void> {
  const [owner] = await sql.all<{ gidsId: string; name: string }>(
    `SELECT o.gids_id AS "gidsId", o.name FROM product p JOIN organisation o ON o.gids_id = p.owner_gids_id WHERE p.gids_id = $1 AND p.management = 'MANAGED'`,
    [gidsId],
  );
  if (owner) await requireStanding(sql, asker, { gidsId: Number(owner.gidsId), name: owner.name }, acts.edit);
}

function refuseShownInvalid(content: ProductContent, visible: boolean): void {
  if (visible) refuseInvalid(errorsOf(validateProduct(content)));
}
