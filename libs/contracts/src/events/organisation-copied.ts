import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** An organisation was copied to a new one under another parent, perhaps as a transfer (R62, R63). */
export const OrganisationCopied = defineEvent({
  name: 'OrganisationCopied',
  context: 'directory',
  summary: 'An organisation was copied, by itself or to transfer its management.',
  producer: 'publisher',
  schema: z.object({
    /** The organisation that was copied. */
    fromGidsId: z.int().positive(),
    gidsId: z.int().positive(),
    name: z.string(),
    parentName: z.string(),
    /** Account names. */
    accountManager: z.string(),
    editors: z.array(z.string()),
    by: z.string(),
    transfer: z.boolean(),
    visible: z.boolean(),
    /** Validation errors for which the copy is not visible (R64). */
    errors: z.array(z.string()),
  }),
  example: {
    fromGidsId: 884213,
    gidsId: 884300,
    name: 'De Regenboog',
    parentName: 'Bibliotheek Emmen',
    accountManager: 'm.devries',
    editors: [],
    by: 'beheerder',
    transfer: true,
    visible: true,
    errors: [],
  },
});
