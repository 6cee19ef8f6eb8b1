import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A row that cannot be taken in as a record: its neighbours go on. */
export const RowRejected = defineEvent({
  name: 'RowRejected',
  context: 'import',
  summary: 'A row of a source file that was set aside, with line, field and reason.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    line: z.int().positive(),
    /** Known only when the row's key can be read. */
    recordId: z.string().optional(),
    code: z.string(),
    field: z.string(),
    value: z.string().max(200),
    message: z.string(),
  }),
  example: {
    importId: 'lrk',
    sourceId: 'lrk',
    line: 118,
    recordId: '431878760',
    code: 'duplicateKey',
    field: 'lrk_id',
    value: '431878760',
    message: 'Regel 118: BronID 431878760 staat ook op een eerdere regel; de eerste telt.',
  },
});
