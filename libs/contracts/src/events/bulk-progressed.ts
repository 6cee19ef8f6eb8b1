import { z } from 'zod';
import { bulkStates } from '../bulk-change.js';
import { defineEvent } from '../define-event.js';

/** How far a bulk change is; for those who watch. */
export const BulkProgressed = defineEvent({
  name: 'BulkProgressed',
  context: 'directory',
  summary: 'A bulk change got further, or ended.',
  producer: 'publisher',
  schema: z.object({
    bulkId: z.uuid(),
    imports: z.array(z.string()),
    state: z.enum(bulkStates),
    total: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    refused: z.int().nonnegative(),
  }),
  example: { bulkId: '019a9f3e-7a10-7cc3-98c4-dc0c0c073990', imports: ['duo'], state: 'RUNNING', total: 342, changed: 98, unchanged: 0, refused: 2 },
});
