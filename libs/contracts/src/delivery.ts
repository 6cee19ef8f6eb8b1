import { z } from 'zod';

/** Most records in one part of a delivery. */
export const mostRecordsPerPart = 1_000;

/** One record as its source has it: values by the source's column names. What is absent, null or empty is one and the same: no value. */
export const deliveredRecordSchema = z.record(z.string().min(1).max(200), z.string().max(10_000).nullable());
export type DeliveredRecord = z.infer<typeof deliveredRecordSchema>;

/** The records of a source that a script brings in parts (R6): open until it says that it was all. */
export const deliveryViewSchema = z.object({
  id: z.uuid(),
  sourceId: z.string(),
  importId: z.string(),
  full: z.boolean(),
  requestedBy: z.string(),
  openedAt: z.iso.datetime(),
  parts: z.int().nonnegative(),
  records: z.int().nonnegative(),
  /** The run that it became when it was closed. */
  runId: z.uuid().optional(),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;

export const deliveryExample: DeliveryView = {
  id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739c1',
  sourceId: 'duo-po',
  importId: 'duo',
  full: false,
  requestedBy: 'duo-script',
  openedAt: '2026-11-22T06:00:00.000Z',
  parts: 6,
  records: 6_000,
};
