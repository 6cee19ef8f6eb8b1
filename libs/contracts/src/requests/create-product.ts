import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { productContentSchema, productViewSchema } from '../product.js';

/** Enters a product under a managed organisation. */
export const CreateProduct = defineRequest({
  name: 'CreateProduct',
  summary: 'Create a product.',
  service: 'publisher',
  payload: z.object({ ownerGidsId: z.int().positive(), product: productContentSchema, visible: z.boolean(), by: z.string().min(1).max(200) }),
  reply: productViewSchema,
  example: { ownerGidsId: 102938, product: { kind: 'COURSE', name: 'Digitaal spreekuur', attributes: {} }, visible: true, by: 'm.devries' },
});
