import { defaultControlTerm, RequestRefused, type Contract, type CopyOrganisation, type DirectoryOrganisation, type PayloadOf } from '@gids/contracts';
import { cleanText } from '@gids/normalisation';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { validateOrganisation } from '@gids/validation';
import { contractErrors, refuseImportedParent } from '../contracts/contract-errors.js';
import { findContractFacts, requirePlace } from '../contracts/contract-facts.js';
import { insertContract, lockHierarchy } from '../contracts/contract-store.js';
import { showOrganisation } from '../organisations/directory-organisations.js';
import { insertManaged, readOrganisation, type StoredOrganisation } from '../organisations/managed-store.js';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { errorsOf, refuseInvalid } from '../organisations/refusals.js';
import { requireSeen } from '../organisations/seen-by.js';
import { tellSaved } from '../organisations/tell-organisations.js';
import type { Asker } from '../people/may.js';
import { tellPeople } from '../people/tell-people.js';
import { copiedContent } from './copied-content.js';
import { copyProducts } from './copy-products.js';
import { tellCopied } from './tell-copied.js';

/**
 * KopieerOrganisatie (S2:112, R63): a new managed organisation with a new contract; its source stays as it is. Errors
 * never stop it: such a copy is hidden and its findings are told (R64); a valid one is as visible as its source, unless
 * asked otherwise (A16).
 * @param transfer whether it transfers the management of the source (R62): its new account manager is told so
 * @throws RequestRefused where the source is unknown to the asker (404) or an importorganisatie (409), where the asker may
 *   not put it there (403), where parent or account manager is missing or unknown (400, both together), and where the
 *   parent belongs to an import (409)
 */
export async function copyOrganisation(unit: UnitOfWork, command: PayloadOf<typeof CopyOrganisation>, asker: Asker, now: Date, transfer = false): Promise<DirectoryOrganisation> {
  const { sql } = unit;
  await lockHierarchy(sql);
  const source = await readCopyable(sql, command.gidsId, asker);
  const contract = await newContract(sql, command, asker);
  const content = copiedContent(source.content);
  const valid = errorsOf(validateOrganisation(content)).length === 0;
  const visible = valid && (command.visible ?? source.visible);
  const [gidsId] = (await takeGidsIds(sql, 1)) as [number];
  await insertManaged(sql, gidsId, { content, visible }, command.by, now, source.gidsId);
  await insertContract(sql, gidsId, contract, now);
  if (command.withProducts) await copyProducts(sql, { from: source.gidsId, to: gidsId }, command.by, now);
  await tellSaved(unit, [gidsId]);
  await tellPeople(unit, gidsId);
  const copy = await showOrganisation(sql, gidsId);
  await tellCopied(unit, copy, { fromGidsId: source.gidsId, by: command.by, transfer });
  return copy;
}

async function readCopyable(sql: Sql, gidsId: number, asker: Asker): Promise<StoredOrganisation> {
  await requireSeen(sql, asker, gidsId);
  const source = await readOrganisation(sql, gidsId);
  if (source.management !== 'IMPORT_ROOT') return source;
  const message = `Organisatie ${gidsId} "${source.name}" is een importorganisatie: die bevat de import en wordt niet gekopieerd.`;
  throw new RequestRefused({ kind: 'conflict', code: 'importOrganisationCopied', message });
}

/** A copy has the ordinary term, never an infinite one (R94). */
async function newContract(sql: Sql, { parentGidsId, accountManager = '' }: PayloadOf<typeof CopyOrganisation>, asker: Asker): Promise<Contract> {
  const proposed = { parentGidsId, accountManager: cleanText(accountManager), controlTerm: defaultControlTerm };
  const facts = await findContractFacts(sql, proposed);
  if (parentGidsId !== undefined) await requirePlace(sql, asker, proposed, facts);
  refuseInvalid(contractErrors(proposed, facts, true));
  refuseImportedParent(facts.parent);
  return { ...proposed, notifyEditorsOnImportedProductChanges: false };
}
