import type { ConfirmOrganisation, DirectoryOrganisation, PayloadOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { confirmContract } from '../contracts/contract-store.js';
import { showOrganisation } from '../organisations/directory-organisations.js';
import { lockManaged, nextVersion } from '../organisations/managed-store.js';
import { tellSaved } from '../organisations/tell-organisations.js';
import type { Asker } from '../people/may.js';
import { acts } from '../people/rights.js';

/**
 * Says that the data of a managed organisation are right: only this moves its control date (G16). It shows nothing.
 * @throws RequestRefused where it is unknown, imported (R94) or stale, or the asker may not (403)
 */
export async function confirmOrganisation(unit: UnitOfWork, command: PayloadOf<typeof ConfirmOrganisation>, asker: Asker, now: Date): Promise<DirectoryOrganisation> {
  const { gidsId } = await lockManaged(unit.sql, command, asker, acts.edit);
  await confirmContract(unit.sql, gidsId, now);
  await nextVersion(unit.sql, gidsId);
  await tellSaved(unit, [gidsId]);
  return showOrganisation(unit.sql, gidsId);
}
