import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema, recordTypes } from '../import-record-view.js';

/**
 * VerwerkGeimporteerdeOrganisatie (S2:107, R87): a script registers how its record was saved; the directory validates what
 * is stored, sets the status and executes the publication action. The same call again gives the same result.
 */
export const ProcessImportedOrganisation = defineRequest({
  name: 'ProcessImportedOrganisation',
  summary: 'Register how an imported organisation or product was saved, and execute its publication action.',
  service: 'publisher',
  payload: z.object({
    importId: z.string(),
    /** The bronID; one that is new makes a record with action 1 (R30). */
    recordId: z.string().min(1).max(200),
    /** What the record stands for; absent where nothing could be saved (A34), and only then. */
    gidsId: z.int().positive().optional(),
    /** The script could not map every field (R25). */
    conversionError: z.boolean(),
    /** What the script says of it, for the statustoelichting. */
    explanation: z.string().max(4_000),
    /** False withholds it from the public; true never forces it (A14). */
    makeVisible: z.boolean(),
    /** The run on whose behalf it is done: tells the source where nothing else does. */
    runId: z.uuid().optional(),
    type: z.enum(recordTypes).optional(),
    by: z.string().min(1).max(200),
  }),
  reply: importRecordDetailSchema,
  example: { importId: 'duo', recordId: '16AH00', gidsId: 100200, conversionError: false, explanation: '', makeVisible: true, by: 'duo-script' },
});
