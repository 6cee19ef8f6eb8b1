import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { agreedContractSchema, contractExample } from '../contract.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';
import { mappedRecordExample } from '../mapped-record.js';
import { organisationContentSchema } from '../organisation.js';

/** Enters an organisation under one's own management, with its contract (R61, G9). Visible only where it is valid. */
export const CreateOrganisation = defineRequest({
  name: 'CreateOrganisation',
  summary: 'Create a managed organisation with its contract.',
  service: 'publisher',
  payload: z.object({
    organisation: organisationContentSchema,
    visible: z.boolean(),
    contract: agreedContractSchema,
    by: z.string().min(1).max(200),
  }),
  reply: directoryOrganisationSchema,
  example: { organisation: mappedRecordExample.organisation, visible: true, contract: contractExample, by: 'm.devries' },
});
