import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { mailDeliverySchema } from '../message-view.js';
import { pageOf, pageRequestShape } from '../run-view.js';
import { deliveryStateCodes } from '../vocabulary/delivery-state.js';

/** How mail fares, last change first; for systeembeheerders. */
export const ListDeliveries = defineRequest({
  name: 'ListDeliveries',
  summary: 'List where mail is on its way.',
  service: 'notifier',
  payload: z.object({ ...pageRequestShape, states: z.array(z.enum(deliveryStateCodes)).optional() }),
  reply: pageOf(mailDeliverySchema),
  example: { page: 1, pageSize: 100, states: ['UNCONFIRMED', 'FAILED'] },
});
