import { mappedRecordExample, type DirectoryOrganisation, type ProductView } from '@gids/contracts';
import { toDirectoryOrganisation, type ApiDirectoryOrganisation } from './directory-organisation.js';
import { exampleLinks } from './examples.js';

export const directoryOrganisationExample: DirectoryOrganisation = {
  gidsId: 102_938,
  management: 'MANAGED',
  organisation: {
    ...mappedRecordExample.organisation,
    name: "OBS 't Eenspan",
    openingHours: [{ day: 'MONDAY', opens: '08:30', closes: '15:00' }],
    description: 'Openbare basisschool in Emmen.',
  },
  visible: true,
  findings: [],
  contract: { parentGidsId: 100_009, accountManager: 'm.devries', controlTerm: 26, notifyEditorsOnImportedProductChanges: false },
  version: 3,
  changedAt: '2026-08-04T06:00:20.000Z',
};

export const productExample: ProductView = {
  gidsId: 102_950,
  ownerGidsId: directoryOrganisationExample.gidsId,
  product: { kind: 'COURSE', name: 'Digitaal spreekuur', price: 1_250, attributes: {} },
  visible: true,
  version: 1,
  changedAt: '2026-08-04T06:00:20.000Z',
};

/** The published linter trips over an address in an example: the schema brings its own. */
export function withoutAddress(view: DirectoryOrganisation): ApiDirectoryOrganisation {
  const { organisatie, ...rest } = toDirectoryOrganisation(view, exampleLinks);
  return { ...rest, organisatie: { ...organisatie, bezoekadres: null, postadres: null } };
}
