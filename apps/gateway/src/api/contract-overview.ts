import type { ContractAction } from '@gids/contracts';
import { z } from 'zod';
import { directoryOrganisationSchema, type ApiDirectoryOrganisation } from './directory-organisation.js';
import { linkSchema, type ApiLinks, type Link } from './links.js';
import { pageSchema, type Page } from './page.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';

const actionSchema = named('ContractActie', termSchema(termTables.contractAction, 'Wat u in het contractenoverzicht kunt toevoegen.'));

const page = pageSchema(directoryOrganisationSchema);

/** A page of the contractenoverzicht, with the buttons that stand there (R65). */
export const contractOverviewSchema = named(
  'Contractenoverzicht',
  page
    .extend({
      acties: z.array(actionSchema).describe('Wat u hier kunt toevoegen, in de volgorde van de knoppen; leeg voor wie geen accountmanager is.'),
      _links: page.shape._links.extend({ nieuweOrganisatie: linkSchema.optional(), kopieerOrganisatie: linkSchema.optional() }),
    })
    .describe('Organisaties die direct onder een organisatie vallen, met hun contract.'),
);
export type ContractOverview = z.infer<typeof contractOverviewSchema>;

/** @returns the page with what the asker may add, and where that is asked for */
export function toContractOverview(found: Page<ApiDirectoryOrganisation>, actions: readonly ContractAction[], links: ApiLinks): ContractOverview {
  const acties = actions.map((action) => apiValueOf(termTables.contractAction, action));
  const addresses: Record<(typeof acties)[number], Link> = { nieuweOrganisatie: links.directoryOrganisations(), kopieerOrganisatie: links.organisationCopies() };
  return { ...found, acties, _links: { ...found._links, ...Object.fromEntries(acties.map((actie) => [actie, addresses[actie]])) } };
}
