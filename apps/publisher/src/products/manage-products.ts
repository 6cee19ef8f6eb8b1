import type { ChangeProduct, CreateProduct, DeleteProduct, PayloadOf, ProductContent, ProductView, ReplyOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { validateProduct } from '@gids/validation';
import { cleaned } from '../organisations/entered-content.js';
import { readOrganisation } from '../organisations/managed-store.js';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { errorsOf, notManaged, refuseInvalid } from '../organisations/refusals.js';
import { insertManagedProducts, lockManagedProduct, removeProduct, showProduct, updateManagedProduct } from './product-store.js';

/**
 * Enters a product under a managed organisation; with errors it can be saved hidden only.
 * @throws RequestRefused where the owner is unknown (404) or belongs to an import (409, R12, R68), or with errors (400)
 */
export async function createProduct({ sql }: UnitOfWork, command: PayloadOf<typeof CreateProduct>, now: Date): Promise<ProductView> {
  const { ownerGidsId, visible, by } = command;
  const content = cleaned(command.product);
  await assertManagedOwner(sql, ownerGidsId);
  refuseShownInvalid(content, visible);
  const [gidsId] = (await takeGidsIds(sql, 1)) as [number];
  await insertManagedProducts(sql, [{ gidsId, ownerGidsId, content, visible }], by, now);
  return showProduct(sql, gidsId);
}

/** Changes, shows or hides a managed product. @throws RequestRefused where it is unknown, imported (R12) or stale, or with errors */
export async function changeProduct({ sql }: UnitOfWork, command: PayloadOf<typeof ChangeProduct>, now: Date): Promise<ProductView> {
  const { visible, by } = command;
  const content = cleaned(command.product);
  const { gidsId } = await lockManagedProduct(sql, command);
  refuseShownInvalid(content, visible);
  await updateManagedProduct(sql, gidsId, content, visible, by, now);
  return showProduct(sql, gidsId);
}

/** Deletes a managed product. @throws RequestRefused where it is unknown, imported (R12) or stale */
export async function deleteProduct({ sql }: UnitOfWork, command: PayloadOf<typeof DeleteProduct>): Promise<ReplyOf<typeof DeleteProduct>> {
  const { gidsId } = await lockManagedProduct(sql, command);
  await removeProduct(sql, gidsId);
  return { gidsId };
}

/** Holds the owner until the transaction ends, so that it is not deleted meanwhile. */
async function assertManagedOwner(sql: Sql, gidsId: number): Promise<void> {
  const owner = await readOrganisation(sql, gidsId, 'FOR SHARE');
  if (owner.management !== 'MANAGED') throw notManaged(owner);
}

function refuseShownInvalid(content: ProductContent, visible: boolean): void {
  if (visible) refuseInvalid(errorsOf(validateProduct(content)));
}
