import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { productViewSchema } from '../product.js';

/** One product that editors manage, hidden or not (R71). */
export const ShowProduct = defineRequest({
  name: 'ShowProduct',
  summary: 'Show one managed product.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive() }),
  reply: productViewSchema,
  example: { gidsId: 102950 },
});
