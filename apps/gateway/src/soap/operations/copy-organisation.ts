import { CopyOrganisation } from '@gids/contracts';
import { z } from 'zod';
import { defineSoapOperation } from '../soap-operation.js';
import { group, line, told, wholeNumber } from '../values.js';

const finding = group('Validatiefout', { Veld: told.text('Naam van het veld.'), Melding: told.text('Wat er niet juist is.') });

/** KopieerOrganisatie (S2:112, R63, R64, R92). */
export const copyOrganisation = defineSoapOperation({
  name: 'KopieerOrganisatie',
  documentation: 'Kopieert een organisatie onder een andere bovenliggende organisatie, met een nieuw contract. Met validatiefouten wordt de kopie niet zichtbaar.',
  input: z.object({
    OrganisatieID: wholeNumber('G!DS-ID van de organisatie die gekopieerd wordt.'),
    BovenliggendeOrganisatieID: wholeNumber('G!DS-ID van de nieuwe bovenliggende organisatie.'),
    AccountmanagerID: line(200, 'Naam van het account van de accountmanager.'),
  }),
  output: z.object({
    NieuwGidsID: told.number('G!DS-ID van de kopie.'),
    ContractID: told.number('Het contract van de kopie; een organisatie heeft er één, met hetzelfde nummer.'),
    Zichtbaar: told.truth('Of het publiek de kopie ziet.'),
    Validatiefout: z.array(finding),
  }),
  faults: ['GeenRecht', 'OnbekendeOrganisatie', 'OnbekendeAccountmanager', 'NietToegestaan'],
  groups: ['aangemeld'],
  perform: async (given, { ask, caller }) => {
    const order = { gidsId: given.OrganisatieID, parentGidsId: given.BovenliggendeOrganisatieID, accountManager: given.AccountmanagerID, withProducts: false, by: caller.name };
    const { gidsId, visible, findings } = await ask(CopyOrganisation, order);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ field, message }) => ({ Veld: field, Melding: message }));
    return { NieuwGidsID: gidsId, ContractID: gidsId, Zichtbaar: visible, Validatiefout: errors };
  },
});
