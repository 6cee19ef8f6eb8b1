import { RequestRefused, type DeleteOrganisation, type PayloadOf, type ReplyOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { countBelow, lockHierarchy, removeContracts } from '../contracts/contract-store.js';
import { endLinksTo } from '../links/end-links.js';
import type { Asker } from '../people/may.js';
import { acts } from '../people/rights.js';
import { removeRolesAt } from '../people/role-store.js';
import { tellNoPeople } from '../people/tell-people.js';
import { removeProductsOf } from '../products/product-store.js';
import { lockManaged, removeManaged, type StoredOrganisation } from './managed-store.js';
import { tellRemoved } from './tell-organisations.js';

/**
 * Deletes a managed organisation with its contract, roles and products, and ends the links to it (R50, R60).
 * @throws RequestRefused where it is unknown, imported or stale, the asker may not (403), or others stand below it (409)
 */
export async function deleteOrganisation(unit: UnitOfWork, command: PayloadOf<typeof DeleteOrganisation>, asker: Asker, now: Date): Promise<ReplyOf<typeof DeleteOrganisation>> {
  await lockHierarchy(unit.sql);
  const stored = await lockManaged(unit.sql, command, asker, acts.changeContract);
  const { gidsId } = stored;
  const below = await countBelow(unit.sql, gidsId);
  if (below > 0) throw hasOrganisationsBelow(stored, below);
  await removeProductsOf(unit.sql, [gidsId]);
  await removeContracts(unit.sql, [gidsId]);
  await removeRolesAt(unit.sql, gidsId);
  await removeManaged(unit.sql, gidsId);
  tellRemoved(unit, gidsId, stored.version);
  tellNoPeople(unit, stored);
  await endLinksTo(unit, stored, command.by, now);
  return { gidsId };
}

function hasOrganisationsBelow({ gidsId, name }: StoredOrganisation, below: number): RequestRefused {
  const others = below === 1 ? 'staat nog 1 organisatie' : `staan nog ${below} organisaties`;
  const message = `Onder organisatie ${gidsId} "${name}" ${others}. Plaats die eerst elders of verwijder die eerst.`;
  return new RequestRefused({ kind: 'conflict', code: 'organisationsBelow', message });
}
