import type { CreateOrganisation, DirectoryOrganisation, PayloadOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { validateOrganisation } from '@gids/validation';
import { contractErrors, refuseImportedParent } from '../contracts/contract-errors.js';
import { findParent, insertContract, lockHierarchy } from '../contracts/contract-store.js';
import { showOrganisation } from './directory-organisations.js';
import { enteredContent } from './entered-content.js';
import { insertManaged } from './managed-store.js';
import { takeGidsIds } from './organisation-store.js';
import { errorsOf, refuseInvalid } from './refusals.js';
import { tellSaved } from './tell-organisations.js';

/**
 * Enters a managed organisation with its contract (R61, G9); with errors it can be saved hidden only (A34).
 * @throws RequestRefused with everything that is wrong together (400), or where the parent belongs to an import (409, R10)
 */
export async function createOrganisation(unit: UnitOfWork, command: PayloadOf<typeof CreateOrganisation>, now: Date): Promise<DirectoryOrganisation> {
  const { visible, contract, by } = command;
  const content = enteredContent(command.organisation);
  await lockHierarchy(unit.sql);
  const parent = await findParent(unit.sql, contract.parentGidsId);
  refuseInvalid([...contractErrors(contract, parent, false), ...(visible ? errorsOf(validateOrganisation(content)) : [])]);
  refuseImportedParent(parent);
  const [gidsId] = (await takeGidsIds(unit.sql, 1)) as [number];
  await insertManaged(unit.sql, gidsId, { content, visible }, by, now);
  await insertContract(unit.sql, gidsId, contract, now);
  await tellSaved(unit, [gidsId]);
  return showOrganisation(unit.sql, gidsId);
}
