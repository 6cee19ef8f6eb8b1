import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { agreedContractSchema, contractExample } from '../contract.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';

/** Changes the contract of a managed organisation; that of an imported one stays (R10). */
export const ChangeContract = defineRequest({
  name: 'ChangeContract',
  summary: 'Change the contract of a managed organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), version: z.int().positive(), contract: agreedContractSchema, by: z.string().min(1).max(200) }),
  reply: directoryOrganisationSchema,
  example: { gidsId: 102938, version: 3, contract: contractExample, by: 'm.devries' },
});
