import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { deliveredRecordSchema, deliveryViewSchema, mostRecordsPerPart } from '../delivery.js';

/** Receives one part of a delivery, whole or not at all (c3 80); the same part twice counts once. */
export const ReceiveRecords = defineRequest({
  name: 'ReceiveRecords',
  summary: 'Receive one part of a delivery of records.',
  service: 'fetcher',
  payload: z.object({
    id: z.uuid(),
    sourceId: z.string(),
    /** Counts from 1. */
    part: z.int().min(1).max(100_000),
    records: z.array(deliveredRecordSchema).min(1).max(mostRecordsPerPart),
  }),
  reply: deliveryViewSchema,
  example: { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739c1', sourceId: 'duo-po', part: 1, records: [{ VESTIGINGSCODE: '16AH00', VESTIGINGSNAAM: "OBS 't Eenspan" }] },
});
