import { z } from 'zod';
import { fileCountsSchema, recordCountsSchema } from './run-counts.js';
import { runFindingSchema } from './run-finding.js';
import { heldRunDecisions } from './vocabulary/held-run-decision.js';
import { runPhases, runStates } from './vocabulary/run-state.js';

/** A run as the fetcher tells it; the gateway turns it into the API's Dutch. */
export const runViewSchema = z.object({
  id: z.uuid(),
  number: z.int().positive(),
  importId: z.string(),
  sourceId: z.string(),
  state: z.enum(runStates),
  phase: z.enum(runPhases).optional(),
  transport: z.enum(['PULL', 'PUSH']),
  fileName: z.string().optional(),
  requestedBy: z.string(),
  startedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().optional(),
  /** Refusal, hold or failure. */
  problem: z.object({ code: z.string(), message: z.string() }).optional(),
  /** Why it was held (R8); empty where it was not. */
  findings: z.array(runFindingSchema),
  /** What a person decided on a held run. */
  decision: z.object({ decision: z.enum(heldRunDecisions), reason: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
  /** Remarks that stopped nothing, such as a column that the source did not have before. */
  notes: z.array(z.string()),
  progress: z.object({
    bytesRead: z.int().nonnegative(),
    bytesTotal: z.int().nonnegative().optional(),
    rowsRead: z.int().nonnegative(),
    /** Row events sent and, of these, arrived in the directory. */
    sent: z.int().nonnegative(),
    toSend: z.int().nonnegative(),
    processed: z.int().nonnegative(),
  }),
  counts: z.object({
    ...fileCountsSchema.shape,
    ...recordCountsSchema.shape,
    setAside: z.int().nonnegative(),
  }),
});
export type RunView = z.infer<typeof runViewSchema>;

/** One page of a list; `total` counts all that match. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int().nonnegative() });
}

/** Which part of a list is asked for; pages count from 1. */
export const pageRequestShape = {
  page: z.int().positive().default(1),
  pageSize: z.int().positive().max(500).default(100),
};
