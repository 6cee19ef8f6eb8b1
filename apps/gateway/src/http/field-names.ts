/** What the services say is wrong, by the label that people know or by the name in the contract, as the API calls it. */
const apiFields: Readonly<Record<string, string>> = {
  'Aantal plaatsen': 'capaciteit',
  Accountmanager: 'accountmanager',
  'Bovenliggende organisatie': 'bovenliggendeOrganisatieId',
  Controletermijn: 'controletermijn',
  Huisnummer: 'bezoekadres/huisnummer',
  Naam: 'naam',
  Plaats: 'bezoekadres/woonplaats',
  Postcode: 'bezoekadres/postcode',
  Straat: 'bezoekadres/straatnaam',
  accountManager: 'accountmanager',
  controlTerm: 'controletermijn',
  decision: 'besluit',
  expectedOrganisations: 'verwachtAantal',
  judgement: 'oordeel',
  name: 'naam',
  note: 'importToelichting',
  parentGidsId: 'bovenliggendeOrganisatieId',
  publicationAction: 'publicatieactie',
  reason: 'reden',
  type: 'soort',
  remark: 'opmerking',
  visible: 'zichtbaar',
};

/** @returns the name in the API of a field that a service calls wrong; one that is unknown here keeps its own */
export const apiFieldOf = (field: string): string => apiFields[field] ?? field;
