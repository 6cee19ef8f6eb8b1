import type { DirectoryOrganisation } from '@gids/contracts';
import { z } from 'zod';
import { contractInputSchema, contractSchema, toContract } from './contract.js';
import { findingSchema, toFinding } from './finding.js';
import { linkSchema, type ApiLinks } from './links.js';
import { organisationInputSchema } from './organisation-input.js';
import { organisationContentSchema, toOrganisationFacts } from './organisation.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { gidsIdInBody, moment, text } from './values.js';

export const managementSchema = named('Beheer', termSchema(termTables.management, 'Van wie een organisatie is.'));

/** An organisation as the back office sees it, hidden or not (R71). */
export const directoryOrganisationSchema = named(
  'GidsOrganisatie',
  z
    .object({
      gidsId: z.int().positive().describe('G!DS-ID.'),
      beheer: managementSchema,
      zichtbaar: z.boolean().describe('Of het publiek de organisatie ziet.'),
      organisatie: organisationContentSchema,
      contract: contractSchema.nullable(),
      validatiefouten: z.array(findingSchema).describe('Wat er volgens de validatieregels mis is; met een fout kan zij niet zichtbaar zijn.'),
      bron: z.string().nullable().describe('Importbron waar zij uit komt.'),
      bronId: z.string().nullable().describe('BronID bij die bron.'),
      gekopieerdVanGidsId: z.int().positive().nullable().describe('G!DS-ID van de organisatie waar zij een kopie van is.'),
      versie: z.int().positive().describe('Telt op bij elke wijziging.'),
      gewijzigdOp: moment('Laatste wijziging.'),
      gecontroleerdOp: moment('Wanneer iemand het laatst bevestigde dat de gegevens kloppen.').nullable(),
      _links: z.object({ self: linkSchema, producten: linkSchema }),
    })
    .describe('Een organisatie zoals de backoffice die ziet, zichtbaar of niet.'),
);
export type ApiDirectoryOrganisation = z.infer<typeof directoryOrganisationSchema>;

export const organisationCreateSchema = named(
  'GidsOrganisatieMaken',
  z.strictObject({
    organisatie: organisationInputSchema,
    zichtbaar: z.boolean().describe('Of zij meteen zichtbaar wordt; met validatiefouten kan dat niet.'),
    contract: contractInputSchema,
  }),
);
export const organisationChangeSchema = named('GidsOrganisatieWijzigen', z.strictObject({ organisatie: organisationInputSchema }));
export const visibilitySchema = named('Zichtbaarheid', z.strictObject({ zichtbaar: z.boolean() }));

/** Parent and account manager are the publisher's to miss: it tells all that is absent or unknown in one go (R63). */
const newOwnerShape = {
  bovenliggendeOrganisatieId: gidsIdInBody('Verplicht: G!DS-ID van de nieuwe bovenliggende organisatie.').optional(),
  accountmanager: text(200).describe('Verplicht: de nieuwe accountmanager.').optional(),
};

export const organisationCopySchema = named(
  'OrganisatieKopieren',
  z.strictObject({
    organisatieId: gidsIdInBody('G!DS-ID van wat gekopieerd wordt.'),
    ...newOwnerShape,
    zichtbaar: z.boolean().describe('Of de kopie zichtbaar is; zonder deze keuze zoals het origineel. Met validatiefouten nooit.').optional(),
    metProducten: z.boolean().default(false).describe('Of de producten mee gekopieerd worden.'),
  }),
);

export const transferSchema = named(
  'BeheerOverdragen',
  z.strictObject({ ...newOwnerShape, koppelen: z.boolean().default(false).describe('Of de geïmporteerde organisatie aan de kopie gekoppeld wordt.') }),
);

/** @returns an organisation of the back office as the API tells it */
export function toDirectoryOrganisation(view: DirectoryOrganisation, links: ApiLinks): ApiDirectoryOrganisation {
  return {
    gidsId: view.gidsId,
    beheer: apiValueOf(termTables.management, view.management),
    zichtbaar: view.visible,
    organisatie: toOrganisationFacts(view.organisation),
    contract: view.contract ? toContract(view.contract) : null,
    validatiefouten: view.findings.map(toFinding),
    bron: view.sourceId ?? null,
    bronId: view.recordId ?? null,
    gekopieerdVanGidsId: view.copiedFromGidsId ?? null,
    versie: view.version,
    gewijzigdOp: view.changedAt,
    gecontroleerdOp: view.checkedAt ?? null,
    _links: { self: links.directoryOrganisation(view.gidsId), producten: links.productsOf(view.gidsId) },
  };
}
