import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { deliveryViewSchema } from '../delivery.js';

/** Says that a delivery was all: it becomes a run, exactly as an uploaded file would (R6). Repeatable. */
export const CloseDelivery = defineRequest({
  name: 'CloseDelivery',
  summary: 'Close a delivery of records and run it.',
  service: 'fetcher',
  payload: z.object({ id: z.uuid(), sourceId: z.string(), expectedRecords: z.int().positive() }),
  reply: deliveryViewSchema,
  example: { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739c1', sourceId: 'duo-po', expectedRecords: 6_122 },
});
