import { z } from 'zod';
import { importRecordFilterSchema } from './import-record-filter.js';
import { publicationActions } from './vocabulary/publication-action.js';

/** States of a bulk change (SCREENS §3.8). */
export const bulkStates = ['WAITING', 'RUNNING', 'DONE', 'DONE_WITH_REFUSALS'] as const;
export type BulkState = (typeof bulkStates)[number];

/** What became of one record of a bulk change; it has none before its turn. */
export const bulkOutcomes = ['CHANGED', 'UNCHANGED', 'REFUSED'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** What is changed of every record: its action, or its note; an empty note takes it away. */
export const bulkOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ACTION'), publicationAction: z.enum(publicationActions) }),
  z.object({ kind: z.literal('NOTE'), note: z.string().max(4_000) }),
]);
export type BulkOrder = z.infer<typeof bulkOrderSchema>;

/** One change of many records (R86), as far as it got. */
export const bulkChangeViewSchema = z.object({
  id: z.uuid(),
  /** Absent where it undoes another. */
  order: bulkOrderSchema.optional(),
  filter: importRecordFilterSchema.optional(),
  /** The bulk change that it undoes. */
  undoes: z.uuid().optional(),
  /** The bulk change that undoes it. */
  undoneBy: z.uuid().optional(),
  imports: z.array(z.string()),
  by: z.string(),
  requestedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  state: z.enum(bulkStates),
  total: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  refused: z.int().nonnegative(),
});
export type BulkChangeView = z.infer<typeof bulkChangeViewSchema>;

export const bulkChangeExample: BulkChangeView = {
  id: '019a9f3e-7a10-7cc3-98c4-dc0c0c073990',
  order: { kind: 'ACTION', publicationAction: 'DO_NOT_SHOW' },
  filter: { importId: 'duo', statuses: ['DUPLICATES_FOUND'] },
  imports: ['duo'],
  by: 'i.manager',
  requestedAt: '2026-11-22T08:00:00.000Z',
  endedAt: '2026-11-22T08:00:03.000Z',
  state: 'DONE_WITH_REFUSALS',
  total: 342,
  changed: 298,
  unchanged: 32,
  refused: 12,
};

/** One record of a bulk change, with what became of it. */
export const bulkItemViewSchema = z.object({
  recordId: z.int().positive(),
  /** As it is called now; absent where the record is gone. */
  sourceRecordId: z.string().optional(),
  name: z.string().optional(),
  outcome: z.enum(bulkOutcomes).optional(),
  /** Why it was refused. */
  message: z.string().optional(),
});
export type BulkItemView = z.infer<typeof bulkItemViewSchema>;
