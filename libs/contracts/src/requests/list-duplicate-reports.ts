import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { duplicateReportSchema } from '../duplicate-report.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** The reports that the actor made, and those of the imports of which the actor has the importrecht; the newest first (R77). */
export const ListDuplicateReports = defineRequest({
  name: 'ListDuplicateReports',
  summary: 'List reported problems with imported organisations.',
  service: 'publisher',
  payload: z.object({ ...pageRequestShape, importId: z.string().optional() }),
  reply: pageOf(duplicateReportSchema),
  example: { page: 1, pageSize: 100 },
});
