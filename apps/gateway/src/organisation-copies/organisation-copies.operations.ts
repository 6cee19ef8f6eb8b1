import { directoryOrganisationExample, withoutAddress } from '../api/directory-examples.js';
import { directoryOrganisationSchema, organisationCopySchema } from '../api/directory-organisation.js';
import { defineOperation } from '../http/operation.js';
import { repeatable } from '../idempotency/idempotency-key.js';

export const copyOrganisation = defineOperation({
  id: 'kopieerOrganisatie',
  method: 'post',
  path: '/organisatiekopieen',
  tag: 'G!DS-organisaties',
  summary: 'Kopieer een organisatie onder een andere bovenliggende organisatie',
  description: 'De kopie krijgt een nieuw G!DS-ID en een nieuw contract. Met validatiefouten wordt zij niet zichtbaar; de fouten staan in het antwoord.',
  input: { headers: repeatable, body: organisationCopySchema },
  success: {
    status: 201,
    description: 'De kopie.',
    schema: directoryOrganisationSchema,
    example: withoutAddress({ ...directoryOrganisationExample, version: 1, copiedFromGidsId: 884_213 }),
    versioned: true,
    headers: { Location: 'Adres van de kopie.' },
  },
  problems: [403, 404, 409],
});
