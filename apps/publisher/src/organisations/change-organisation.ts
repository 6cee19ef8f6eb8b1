import type { ChangeOrganisation, DirectoryOrganisation, PayloadOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { validateOrganisation } from '@gids/validation';
import type { Asker } from '../people/may.js';
import { acts } from '../people/rights.js';
import { tellPeople } from '../people/tell-people.js';
import { showOrganisation } from './directory-organisations.js';
import { enteredContent } from './entered-content.js';
import { lockManaged, updateManaged } from './managed-store.js';
import { errorsOf, refuseInvalid } from './refusals.js';
import { tellSaved } from './tell-organisations.js';

/**
 * Changes the content of a managed organisation; changing is not checking (G16).
 * @throws RequestRefused where it is unknown, imported (R12) or stale, where the asker may not (403), or it would be visible with errors (400)
 */
export async function changeOrganisation(unit: UnitOfWork, command: PayloadOf<typeof ChangeOrganisation>, asker: Asker, now: Date): Promise<DirectoryOrganisation> {
  const { gidsId, visible, name } = await lockManaged(unit.sql, command, asker, acts.edit);
  const content = enteredContent(command.organisation);
  if (visible) refuseInvalid(errorsOf(validateOrganisation(content)));
  await updateManaged(unit.sql, gidsId, { content, visible }, command.by, now);
  await tellSaved(unit, [gidsId]);
  if (content.name !== name) await tellPeople(unit, gidsId);
  return showOrganisation(unit.sql, gidsId);
}
