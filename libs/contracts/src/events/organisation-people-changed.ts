import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** Other people manage an organisation than before: its contract or its roles changed, or it was created or deleted. */
export const OrganisationPeopleChanged = defineEvent({
  name: 'OrganisationPeopleChanged',
  context: 'directory',
  summary: 'A managed organisation has other editors or another account manager.',
  producer: 'publisher',
  schema: z.object({
    gidsId: z.int().positive(),
    /** The version of the organisation; a consumer keeps the highest. */
    version: z.int().positive(),
    name: z.string(),
    /** Account name, from the contract; absent on an organisation that was deleted. */
    accountManager: z.string().optional(),
    /** Account names of redacteuren and externe redacteuren. */
    editors: z.array(z.string()),
  }),
  example: { gidsId: 102938, version: 4, name: 'De Regenboog', accountManager: 'm.devries', editors: ['j.bakker'] },
});
