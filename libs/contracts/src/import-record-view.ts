import { z } from 'zod';
import { duplicateSchema } from './duplicate.js';
import { issueSchema, organisationContentSchema } from './organisation.js';
import { importStatuses } from './vocabulary/import-status.js';
import { publicationActions } from './vocabulary/publication-action.js';

/** One line of the import management screen (S2:40-56, R17). */
export const importRecordViewSchema = z.object({
  id: z.int().positive(),
  importId: z.string(),
  sourceId: z.string(),
  recordId: z.string(),
  /** Absent when nothing could be saved (A34). */
  gidsId: z.int().positive().optional(),
  name: z.string(),
  town: z.string().optional(),
  status: z.enum(importStatuses),
  /** Dutch text with all findings (R22). */
  explanation: z.string(),
  publicationAction: z.enum(publicationActions),
  linkedOrganisationId: z.int().positive().optional(),
  note: z.string().optional(),
  visible: z.boolean(),
  /** "Niet meer in de bron": a field, not a status. */
  missingAtSource: z.boolean(),
  version: z.int().positive(),
  changedAt: z.iso.datetime(),
});
export type ImportRecordView = z.infer<typeof importRecordViewSchema>;

/** A line with everything behind it. */
export const importRecordDetailSchema = importRecordViewSchema.extend({
  makeVisible: z.boolean(),
  issues: z.array(issueSchema),
  duplicates: z.array(duplicateSchema),
  organisation: organisationContentSchema.optional(),
  lastRunId: z.uuid(),
});
export type ImportRecordDetail = z.infer<typeof importRecordDetailSchema>;

export const importRecordSortFields = ['status', 'publicationAction', 'name', 'recordId', 'changedAt'] as const;
