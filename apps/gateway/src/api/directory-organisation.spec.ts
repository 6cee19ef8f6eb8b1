import { directoryOrganisationExample } from './directory-examples.js';
import { directoryOrganisationSchema, toDirectoryOrganisation } from './directory-organisation.js';
import { exampleLinks } from './examples.js';

describe('an organisation of the back office in the API', () => {
  it('R71 tells content, contract and visibility', () => {
    expect(directoryOrganisationSchema.parse(toDirectoryOrganisation(directoryOrganisationExample, exampleLinks))).toMatchObject({
      gidsId: 102_938,
      beheer: 'beheerd',
      zichtbaar: true,
      organisatie: { naam: "OBS 't Eenspan", openingstijden: [{ dag: 'maandag', van: '08:30', tot: '15:00' }], omschrijving: 'Openbare basisschool in Emmen.' },
      contract: { bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries', controletermijn: 26, berichtBijWijzigingImportproducten: false },
      validatiefouten: [],
      bron: null,
      gekopieerdVanGidsId: null,
      gecontroleerdOp: null,
      _links: { producten: { href: 'https://gids.example.nl/v1/gids-organisaties/102938/producten' } },
    });
  });

  it('R94 calls the control term of what an import brings unlimited', () => {
    const view = {
      ...directoryOrganisationExample,
      management: 'IMPORTED' as const,
      contract: { accountManager: 'duo', controlTerm: 'INFINITE' as const, notifyEditorsOnImportedProductChanges: false },
      sourceId: 'duo-po',
      recordId: '16AH00',
    };
    expect(toDirectoryOrganisation(view, exampleLinks)).toMatchObject({
      beheer: 'geimporteerd',
      contract: { bovenliggendeOrganisatieId: null, controletermijn: 'onbeperkt' },
      bron: 'duo-po',
      bronId: '16AH00',
    });
  });
});
