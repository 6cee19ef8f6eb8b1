import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Deletes a managed product. */
export const DeleteProduct = defineRequest({
  name: 'DeleteProduct',
  summary: 'Delete a product.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), version: z.int().positive(), by: z.string().min(1).max(200) }),
  reply: z.object({ gidsId: z.int().positive() }),
  example: { gidsId: 102950, version: 1, by: 'm.devries' },
});
