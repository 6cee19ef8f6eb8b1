import { z } from 'zod';

/** What somebody reported of an imported organisation, and what came of it (S1:34, R77). */
export const duplicateReportSchema = z.object({
  id: z.int().positive(),
  importId: z.string(),
  importRecordId: z.int().positive(),
  /** The imported organisation. */
  gidsId: z.int().positive(),
  name: z.string(),
  remark: z.string(),
  /** Account name of who reported it. */
  by: z.string(),
  reportedAt: z.iso.datetime(),
  /** The outcome: absent until an import manager judged it. */
  judgedAt: z.iso.datetime().optional(),
  judgedBy: z.string().optional(),
  judgement: z.string().optional(),
});
export type DuplicateReport = z.infer<typeof duplicateReportSchema>;
