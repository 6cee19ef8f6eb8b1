import { creditExample, exampleLinks, organisationExample } from './examples.js';
import { organisationSchema, toOrganisation } from './organisation.js';

describe('a visible organisation in the API', () => {
  it('N27 N43 tells its address in parts and where it comes from', () => {
    expect(organisationSchema.parse(toOrganisation(organisationExample, creditExample, exampleLinks))).toMatchObject({
      gidsId: 884_213,
      soort: 'basisschool',
      bezoekadres: { straatnaam: 'Oosterstraat', huisnummer: 58, huisletter: null, huisnummertoevoeging: null, postcode: '7822HG', woonplaats: 'Emmen' },
      postadres: null,
      telefoon: '0591659840',
      identificaties: [{ stelsel: 'BRIN', nummer: '16AH' }],
      kenmerken: { denominatie: 'Openbaar' },
      herkomst: { bron: 'duo-po', bronvermelding: 'Dienst Uitvoering Onderwijs (DUO)', licentie: 'CC0 1.0' },
    });
  });

  it('has no origin where editors manage it', () => {
    const { sourceId, ...managed } = organisationExample;
    expect(sourceId).toBeDefined();
    expect(toOrganisation(managed, undefined, exampleLinks).herkomst).toBeNull();
  });

  it('R7 passes on an attribute of a source that is newer than this gateway', () => {
    const organisation = { ...organisationExample.organisation, attributes: { shelfLength: '12' } };
    expect(toOrganisation({ ...organisationExample, organisation }, creditExample, exampleLinks).kenmerken).toEqual({ shelfLength: '12' });
  });
});
