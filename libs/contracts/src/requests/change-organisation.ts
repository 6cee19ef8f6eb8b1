import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';
import { mappedRecordExample } from '../mapped-record.js';
import { organisationContentSchema } from '../organisation.js';

/** Changes the content of a managed organisation; an imported one is refused (R12). */
export const ChangeOrganisation = defineRequest({
  name: 'ChangeOrganisation',
  summary: 'Change a managed organisation.',
  service: 'publisher',
  payload: z.object({
    gidsId: z.int().positive(),
    version: z.int().positive(),
    organisation: organisationContentSchema,
    by: z.string().min(1).max(200),
  }),
  reply: directoryOrganisationSchema,
  example: { gidsId: 102938, version: 3, organisation: mappedRecordExample.organisation, by: 'm.devries' },
});
