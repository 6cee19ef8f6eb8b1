import type { ChangeVisibility, DirectoryOrganisation, PayloadOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { validateOrganisation } from '@gids/validation';
import { refuseNeglected } from '../control/neglected.js';
import { signalHiddenTargets } from '../links/signal-hidden-targets.js';
import type { Asker } from '../people/may.js';
import { acts } from '../people/rights.js';
import { showOrganisation } from './directory-organisations.js';
import { lockManaged, updateManaged } from './managed-store.js';
import { errorsOf, refuseInvalid } from './refusals.js';
import { tellSaved } from './tell-organisations.js';

/**
 * Shows or hides a managed organisation (R38, R61).
 * @throws RequestRefused where it is unknown, imported or stale, where the asker may not (403), and where it may not be shown: with errors (400),
 *   or as long as nobody checks it (409, G16)
 */
export async function changeVisibility(unit: UnitOfWork, command: PayloadOf<typeof ChangeVisibility>, asker: Asker, now: Date): Promise<DirectoryOrganisation> {
  const { visible } = command;
  const { gidsId, content, visible: wasVisible } = await lockManaged(unit.sql, command, asker, acts.edit);
  if (visible) {
    refuseInvalid(errorsOf(validateOrganisation(content)));
    await refuseNeglected(unit.sql, gidsId, now);
  }
  await updateManaged(unit.sql, gidsId, { content, visible }, command.by, now);
  await tellSaved(unit, [gidsId]);
  if (wasVisible && !visible) await signalHiddenTargets(unit, [gidsId]);
  return showOrganisation(unit.sql, gidsId);
}
