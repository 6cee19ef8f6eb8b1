import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** An account was made, changed or blocked, or its rights were: who there is to write to and to appoint. */
export const PersonChanged = defineEvent({
  name: 'PersonChanged',
  context: 'access',
  summary: 'A person has another address or other rights.',
  producer: 'gateway',
  schema: z.object({
    /** Name of the account; it never changes. */
    account: z.string().min(1).max(200),
    /** Counts up with every change; a consumer keeps the highest. */
    version: z.int().positive(),
    email: z.string().optional(),
    /** A blocked person gets no mail and holds no role. */
    active: z.boolean(),
    systemAdministrator: z.boolean(),
    /** Imports of which the person has the importrecht (R78). */
    importRights: z.array(z.string()),
  }),
  example: { account: 'm.devries', version: 3, email: 'm.devries@voorbeeld.nl', active: true, systemAdministrator: false, importRights: ['duo'] },
});
