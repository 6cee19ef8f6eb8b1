import { z } from 'zod';

const count = z.int().nonnegative();

/** What the fetcher counts in a file: `read = added + changed + unchanged + rejected`. */
export const fileCountsSchema = z.strictObject({
  read: count,
  added: count,
  changed: count,
  unchanged: count,
  vanished: count,
  rejected: count,
});
export type FileCounts = z.infer<typeof fileCountsSchema>;

/** How the records of a source stand after a run: all that are present at the source. */
export const recordCountsSchema = z.strictObject({
  conversionErrors: count,
  validationErrors: count,
  duplicatesFound: count,
  visible: count,
  notVisible: count,
  /** Records that came with a warning: a value left out. */
  warnings: count,
});
export type RecordCounts = z.infer<typeof recordCountsSchema>;

/** All counts of a finished run; `setAside` events wait as dead letters. */
export const runCountsSchema = z.strictObject({
  ...fileCountsSchema.shape,
  ...recordCountsSchema.shape,
  setAside: count,
});
export type RunCounts = z.infer<typeof runCountsSchema>;

/** @returns whether every row that was read is counted exactly once. */
export function fileCountsAddUp(counts: FileCounts): boolean {
  return counts.read === counts.added + counts.changed + counts.unchanged + counts.rejected;
}
