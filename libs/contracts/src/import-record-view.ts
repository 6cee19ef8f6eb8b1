import { z } from 'zod';
import { duplicateSchema } from './duplicate.js';
import { issueSchema, organisationContentSchema } from './organisation.js';
import { productContentSchema } from './product.js';
import { importStatuses } from './vocabulary/import-status.js';
import { publicationActions } from './vocabulary/publication-action.js';

/** How an editor takes over the products of a linked record: nothing, all (later ones too) or a choice (R59, A24). */
export const takeOverModes = ['NONE', 'ALL', 'SELECTION'] as const;
export type TakeOverMode = (typeof takeOverModes)[number];

/** What a record brings: an organisation or a product (S2:40, R72). */
export const recordTypes = ['ORGANISATION', 'PRODUCT'] as const;

/** One line of the import management screen (S2:40-56, R17). */
export const importRecordViewSchema = z.object({
  id: z.int().positive(),
  importId: z.string(),
  sourceId: z.string(),
  recordId: z.string(),
  type: z.enum(recordTypes),
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
  /** How many organisations it may be a duplicate of, whether they count or not. */
  duplicateCount: z.int().nonnegative(),
  /** Erased for good on a person's demand (N37). */
  suppressed: z.boolean(),
  version: z.int().positive(),
  changedAt: z.iso.datetime(),
});
export type ImportRecordView = z.infer<typeof importRecordViewSchema>;

/** A line with everything behind it. */
export const importRecordDetailSchema = importRecordViewSchema.extend({
  makeVisible: z.boolean(),
  /** Why it is or is not visible, in one Dutch sentence (R99). */
  why: z.string(),
  issues: z.array(issueSchema),
  duplicates: z.array(duplicateSchema),
  organisation: organisationContentSchema.optional(),
  product: productContentSchema.optional(),
  /** G!DS-ID of the organisation that a product stands under. */
  ownerGidsId: z.int().positive().optional(),
  /** What was taken over of its products through the link (R59, R73). */
  takeOver: z.object({ mode: z.enum(takeOverModes), productGidsIds: z.array(z.int().positive()) }).optional(),
  lastRunId: z.uuid(),
});
export type ImportRecordDetail = z.infer<typeof importRecordDetailSchema>;

export const importRecordSortFields = ['status', 'publicationAction', 'name', 'recordId', 'changedAt', 'duplicateCount'] as const;
