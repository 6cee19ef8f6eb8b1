import { contractActions, type ContractAction, type ListContracts, type PayloadOf, type ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { listOrganisations } from '../organisations/directory-organisations.js';
import { readOrganisation, type StoredOrganisation } from '../organisations/managed-store.js';
import { requireSeen } from '../organisations/seen-by.js';
import { mayPlaceUnder, type Asker } from '../people/may.js';
import { standingAt } from '../people/role-store.js';

/** A page of the contractenoverzicht of an organisation: what stands directly below it, and what the asker may add (R65). @throws RequestRefused (404) */
export async function listContracts(sql: Sql, { gidsId, ...paged }: PayloadOf<typeof ListContracts>, asker: Asker): Promise<ReplyOf<typeof ListContracts>> {
  await requireSeen(sql, asker, gidsId);
  const actions = await actionsAt(sql, await readOrganisation(sql, gidsId), asker);
  return { ...(await listOrganisations(sql, { ...paged, parentGidsId: gidsId }, asker)), actions };
}

/** An account manager adds organisations here in two ways (S2:116); under an import nobody does (R10). */
async function actionsAt(sql: Sql, { gidsId, management }: StoredOrganisation, asker: Asker): Promise<ContractAction[]> {
  if (management !== 'MANAGED') return [];
  return asker === undefined || mayPlaceUnder(asker, await standingAt(sql, asker.name, gidsId)) ? [...contractActions] : [];
}
