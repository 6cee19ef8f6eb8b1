import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { mailDeliverySchema } from '../message-view.js';
import { deliveryDecisions } from '../vocabulary/delivery-state.js';

/** A systeembeheerder decides on a mail that failed, or of which nobody knows whether it arrived (RELIABILITY §0 fact 10). */
export const ResolveDelivery = defineRequest({
  name: 'ResolveDelivery',
  summary: 'Decide on a mail that failed or is not confirmed.',
  service: 'notifier',
  payload: z.object({ id: z.string(), decision: z.enum(deliveryDecisions), by: z.string().min(1).max(200) }),
  reply: mailDeliverySchema,
  example: { id: '0123456789abcdef0123456789abcdef', decision: 'SENT', by: 'beheerder' },
});
