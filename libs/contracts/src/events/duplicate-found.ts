import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { duplicateSchema } from '../duplicate.js';
import { mappedRecordExample, mappedRecordShape } from '../mapped-record.js';

/** A mapped organisation that the directory seems to hold already (S2:62, R43), carried on. */
export const DuplicateFound = defineEvent({
  name: 'DuplicateFound',
  context: 'matching',
  summary: 'A mapped organisation looks like one that an editor manages.',
  producer: 'deduplicator',
  schema: z.object({ ...mappedRecordShape, duplicates: z.array(duplicateSchema).min(1) }),
  example: {
    ...mappedRecordExample,
    duplicates: [{ gidsId: 102938, name: "OBS 't Eenspan", town: 'Emmen', visible: true, matchedOn: ['ADDRESS'], reasons: ['Zelfde adres (7822HG 58)'] }],
  },
});
