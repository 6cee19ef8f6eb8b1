import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A person's record was erased: no service keeps anything of it but its bronID, now and after every later run (N37). */
export const RecordSuppressed = defineEvent({
  name: 'RecordSuppressed',
  context: 'directory',
  summary: 'A record was erased and stays erased.',
  producer: 'publisher',
  schema: z.object({ importId: z.string(), sourceId: z.string(), recordId: z.string().min(1) }),
  example: { importId: 'lrk', sourceId: 'lrk', recordId: '123456789' },
});
