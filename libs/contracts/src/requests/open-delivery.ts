import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { deliveryViewSchema } from '../delivery.js';

/** Opens a delivery of records (R6). Repeatable with the same id. */
export const OpenDelivery = defineRequest({
  name: 'OpenDelivery',
  summary: 'Open a delivery of records of a source.',
  service: 'fetcher',
  payload: z.object({ id: z.uuid(), sourceId: z.string(), full: z.boolean(), requestedBy: z.string().min(1).max(200) }),
  reply: deliveryViewSchema,
  example: { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739c1', sourceId: 'duo-po', full: false, requestedBy: 'duo-script' },
});
