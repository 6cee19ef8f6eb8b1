import type { CreateOrganisation, DirectoryOrganisation, PayloadOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { validateOrganisation } from '@gids/validation';
import { contractErrors, refuseImportedParent } from '../contracts/contract-errors.js';
import { findContractFacts, requirePlace } from '../contracts/contract-facts.js';
import { insertContract, lockHierarchy } from '../contracts/contract-store.js';
import type { Asker } from '../people/may.js';
import { tellPeople } from '../people/tell-people.js';
import { showOrganisation } from './directory-organisations.js';
import { enteredContent } from './entered-content.js';
import { insertManaged } from './managed-store.js';
import { takeGidsIds } from './organisation-store.js';
import { errorsOf, refuseInvalid } from './refusals.js';
import { tellSaved } from './tell-organisations.js';

/**
 * Enters a managed organisation with its contract (R61, G9); with errors it can be saved hidden only (A34).
 * @throws RequestRefused where the asker may not put it there (403), with everything that is wrong together (400), or
 *   where the parent belongs to an import (409, R10)
 */
export async function createOrganisation(unit: UnitOfWork, command: PayloadOf<typeof CreateOrganisation>, asker: Asker, now: Date): Promise<DirectoryOrganisation> {
  const { visible, contract, by } = command;
  const content = enteredContent(command.organisation);
  await lockHierarchy(unit.sql);
  const facts = await findContractFacts(unit.sql, contract);
  await requirePlace(unit.sql, asker, contract, facts);
  refuseInvalid([...contractErrors(contract, facts, false), ...(visible ? errorsOf(validateOrganisation(content)) : [])]);
  refuseImportedParent(facts.parent);
  const [gidsId] = (await takeGidsIds(unit.sql, 1)) as [number];
  await insertManaged(unit.sql, gidsId, { content, visible }, by, now);
  await insertContract(unit.sql, gidsId, contract, now);
  await tellSaved(unit, [gidsId]);
  await tellPeople(unit, gidsId);
  return showOrganisation(unit.sql, gidsId);
}
