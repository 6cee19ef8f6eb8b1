import { defaultControlTerm, RequestRefused, type Contract, type CopyOrganisation, type DirectoryOrganisation, type PayloadOf } from '@gids/contracts';
import { cleanText } from '@gids/normalisation';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { validateOrganisation } from '@gids/validation';
import { contractErrors, refuseImportedParent } from '../contracts/contract-errors.js';
import { findParent, insertContract, lockHierarchy } from '../contracts/contract-store.js';
import { showOrganisation } from '../organisations/directory-organisations.js';
import { insertManaged, readOrganisation, type StoredOrganisation } from '../organisations/managed-store.js';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { errorsOf, refuseInvalid } from '../organisations/refusals.js';
import { tellSaved } from '../organisations/tell-organisations.js';
import { copiedContent } from './copied-content.js';
import { copyProducts } from './copy-products.js';

/**
 * KopieerOrganisatie (S2:112, R63): a new managed organisation with a new contract; its source stays as it is. Errors
 * never stop it: such a copy is hidden and its findings are told (R64); a valid one is as visible as its source, unless
 * asked otherwise (A16).
 * @throws RequestRefused where the source is unknown (404) or an importorganisatie (409), where parent or account manager
 *   is missing or unknown (400, both together), and where the parent belongs to an import (409)
 */
export async function copyOrganisation(unit: UnitOfWork, command: PayloadOf<typeof CopyOrganisation>, now: Date): Promise<DirectoryOrganisation> {
  const { sql } = unit;
  await lockHierarchy(sql);
  const source = await readCopyable(sql, command.gidsId);
  const contract = await newContract(sql, command);
  const content = copiedContent(source.content);
  const valid = errorsOf(validateOrganisation(content)).length === 0;
  const visible = valid && (command.visible ?? source.visible);
  const [gidsId] = (await takeGidsIds(sql, 1)) as [number];
  await insertManaged(sql, gidsId, { content, visible }, command.by, now, source.gidsId);
  await insertContract(sql, gidsId, contract, now);
  if (command.withProducts) await copyProducts(sql, { from: source.gidsId, to: gidsId }, command.by, now);
  await tellSaved(unit, [gidsId]);
  return showOrganisation(sql, gidsId);
}

async function readCopyable(sql: Sql, gidsId: number): Promise<StoredOrganisation> {
  const source = await readOrganisation(sql, gidsId);
  if (source.management !== 'IMPORT_ROOT') return source;
  const message = `Organisatie ${gidsId} "${source.name}" is een importorganisatie: die bevat de import en wordt niet gekopieerd.`;
  throw new RequestRefused({ kind: 'conflict', code: 'importOrganisationCopied', message });
}

/** A copy has the ordinary term, never an infinite one (R94). */
async function newContract(sql: Sql, { parentGidsId, accountManager = '' }: PayloadOf<typeof CopyOrganisation>): Promise<Contract> {
  const proposed = { parentGidsId, accountManager: cleanText(accountManager), controlTerm: defaultControlTerm };
  const parent = await findParent(sql, parentGidsId);
  refuseInvalid(contractErrors(proposed, parent, true));
  refuseImportedParent(parent);
  return { ...proposed, notifyEditorsOnImportedProductChanges: false };
}
