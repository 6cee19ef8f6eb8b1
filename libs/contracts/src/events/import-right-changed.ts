import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A systeembeheerder gave or took the importrecht (R79, SCREENS §6 M10). */
export const ImportRightChanged = defineEvent({
  name: 'ImportRightChanged',
  context: 'access',
  summary: 'A person got or lost the importrecht of an import.',
  producer: 'gateway',
  schema: z.object({ account: z.string().min(1).max(200), importId: z.string(), granted: z.boolean(), by: z.string() }),
  example: { account: 'm.devries', importId: 'duo', granted: true, by: 'beheerder' },
});
