import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { deliveryViewSchema } from '../delivery.js';

/** How far a delivery is. */
export const ShowDelivery = defineRequest({
  name: 'ShowDelivery',
  summary: 'Show how far a delivery of records is.',
  service: 'fetcher',
  payload: z.object({ id: z.uuid(), sourceId: z.string() }),
  reply: deliveryViewSchema,
  example: { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739c1', sourceId: 'duo-po' },
});
