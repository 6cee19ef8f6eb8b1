import type { Sql } from '@gids/persistence';
import { isAccountManager, type Asker } from '../people/may.js';
import { knownPerson } from '../people/person-store.js';
import { acts, requireAdministrator, requireStanding } from '../people/rights.js';
import { standingAt } from '../people/role-store.js';
import type { ContractFacts, ProposedContract } from './contract-errors.js';
import { findParent } from './contract-store.js';

/** What is known of the parent and the account manager that a contract names. */
export async function findContractFacts(sql: Sql, { parentGidsId, accountManager = '' }: ProposedContract): Promise<ContractFacts> {
  const parent = await findParent(sql, parentGidsId);
  const managesParent = parent !== undefined && isAccountManager(await standingAt(sql, accountManager, parent.gidsId));
  return { parent, accountManager: await knownPerson(sql, accountManager), managesParent };
}

/**
 * Who may put an organisation in this place: account managers of the parent or above, and under nobody an administrator
 * (R63, G9). A parent that is not there or belongs to an import is wrong for everybody, and told as an error.
 * @throws RequestRefused (403) where the asker may not
 */
export async function requirePlace(sql: Sql, asker: Asker, { parentGidsId }: ProposedContract, { parent }: ContractFacts): Promise<void> {
  if (parentGidsId === undefined) requireAdministrator(asker, 'Een organisatie zonder bovenliggende organisatie invoeren');
  else if (parent?.management === 'MANAGED') await requireStanding(sql, asker, parent, acts.placeUnder);
}
