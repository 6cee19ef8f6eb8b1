import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { duplicateExample, recordDuplicatesShape } from '../duplicate.js';

/** What made the duplicates of a record others than before, without a run (R37-R39). */
export const duplicateChangeCauses = ['DIRECTORY', 'VERDICT', 'POLICY', 'SWEEP'] as const;

/** A record has other duplicates than before: an editor changed something, a person judged, or a sweep found it. */
export const DuplicatesChanged = defineEvent({
  name: 'DuplicatesChanged',
  context: 'matching',
  summary: 'An imported organisation has other duplicates than before, without a run.',
  producer: 'deduplicator',
  schema: z.object({
    ...recordDuplicatesShape,
    cause: z.enum(duplicateChangeCauses),
    /** Who judged or changed the policy; absent where nobody did. */
    by: z.string().optional(),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', recordId: '16AH00', matchVersion: 2, duplicates: [duplicateExample], cause: 'DIRECTORY' },
});
