import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { recordReferenceShape } from '../mapped-record.js';
import { issueSchema } from '../organisation.js';

/** Nothing could be saved of a row: the record exists without a G!DS-ID (A34). */
export const ConversionFailed = defineEvent({
  name: 'ConversionFailed',
  context: 'mapping',
  summary: 'A source row could not be made into an organisation at all.',
  producer: 'mapper',
  schema: z.object({ ...recordReferenceShape, issues: z.array(issueSchema).min(1) }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    recordId: '16AH00',
    issues: [
      {
        severity: 'error',
        code: 'missingValue',
        field: 'VESTIGINGSNAAM',
        value: '',
        message: 'VESTIGINGSNAAM is leeg; zonder naam kan de organisatie niet worden opgeslagen.',
      },
    ],
  },
});
