import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { productViewSchema } from '../product.js';

/** Products of one organisation: its own, and those that it was offered or took over through a link (R59). */
export const ListProducts = defineRequest({
  name: 'ListProducts',
  summary: 'List the products of an organisation.',
  service: 'publisher',
  payload: z.object({ ownerGidsId: z.int().positive() }),
  reply: z.object({ own: z.array(productViewSchema), offered: z.array(productViewSchema), takenOver: z.array(productViewSchema) }),
  example: { ownerGidsId: 102938 },
});
