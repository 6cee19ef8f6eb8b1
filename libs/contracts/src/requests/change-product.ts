import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { productContentSchema, productViewSchema } from '../product.js';

/** Changes, shows or hides a managed product; an imported one is refused (R12). */
export const ChangeProduct = defineRequest({
  name: 'ChangeProduct',
  summary: 'Change a product.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), version: z.int().positive(), product: productContentSchema, visible: z.boolean(), by: z.string().min(1).max(200) }),
  reply: productViewSchema,
  example: { gidsId: 102950, version: 1, product: { kind: 'COURSE', name: 'Digitaal spreekuur', attributes: {} }, visible: false, by: 'm.devries' },
});
