import { RequestRefused, type ChangeContract, type DirectoryOrganisation, type PayloadOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { showOrganisation } from '../organisations/directory-organisations.js';
import { lockManaged, nextVersion } from '../organisations/managed-store.js';
import { refuseInvalid } from '../organisations/refusals.js';
import { tellSaved } from '../organisations/tell-organisations.js';
import type { Asker } from '../people/may.js';
import { acts } from '../people/rights.js';
import { tellPeople } from '../people/tell-people.js';
import { contractErrors, refuseImportedParent } from './contract-errors.js';
import { findContractFacts, requirePlace } from './contract-facts.js';
import { isAtOrBelow, lockHierarchy, readContract, updateContract, type Parent } from './contract-store.js';

/**
 * Changes the contract of a managed organisation: its place, its account manager, its agreements (G9).
 * @throws RequestRefused where it is unknown, imported (R10) or stale, where the asker may not change it or not put it
 *   there (403), where the contract has errors (400), and where the new parent belongs to an import or stands below the
 *   organisation itself (409)
 */
export async function changeContract(unit: UnitOfWork, command: PayloadOf<typeof ChangeContract>, asker: Asker): Promise<DirectoryOrganisation> {
  const { sql } = unit;
  const { contract } = command;
  await lockHierarchy(sql);
  const { gidsId } = await lockManaged(sql, command, asker, acts.changeContract);
  const before = await readContract(sql, gidsId);
  const facts = await findContractFacts(sql, contract);
  const { parent } = facts;
  if (contract.parentGidsId !== before.parentGidsId) await requirePlace(sql, asker, contract, facts);
  refuseInvalid(contractErrors(contract, facts, false));
  refuseImportedParent(parent);
  if (parent && (await isAtOrBelow(sql, parent.gidsId, gidsId))) throw belowItself(gidsId, parent);
  await updateContract(sql, gidsId, contract);
  await nextVersion(sql, gidsId);
  await tellSaved(unit, [gidsId]);
  if (contract.accountManager !== before.accountManager) await tellPeople(unit, gidsId);
  return showOrganisation(sql, gidsId);
}

function belowItself(gidsId: number, parent: Parent): RequestRefused {
  const message =
    parent.gidsId === gidsId
      ? `Organisatie ${gidsId} kan niet onder zichzelf staan. Kies een andere bovenliggende organisatie.`
      : `Organisatie ${parent.gidsId} "${parent.name}" staat zelf onder organisatie ${gidsId}. Kies een andere bovenliggende organisatie.`;
  return new RequestRefused({ kind: 'conflict', code: 'parentBelowItself', message });
}
