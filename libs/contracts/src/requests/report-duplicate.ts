import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { duplicateReportSchema } from '../duplicate-report.js';

/** Reports that an imported organisation is wrongly visible, or another problem with it (S1:34, R77). */
export const ReportDuplicate = defineRequest({
  name: 'ReportDuplicate',
  summary: 'Report a problem with an imported organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), remark: z.string().trim().min(1).max(2_000), by: z.string().min(1).max(200) }),
  reply: duplicateReportSchema,
  example: { gidsId: 884213, remark: 'Deze school staat er al, onder G!DS 102938.', by: 'j.bakker' },
});
