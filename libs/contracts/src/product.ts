import { z } from 'zod';
import { issueSchema } from './organisation.js';
import { productKinds } from './vocabulary/product-kind.js';

/** What the directory says of one product (aanbod), imported or managed. */
export const productContentSchema = z.strictObject({
  kind: z.enum(productKinds),
  name: z.string().min(1).max(500),
  description: z.string().max(10_000).optional(),
  /** Places, where the offer has a number of them. */
  capacity: z.int().nonnegative().optional(),
  /** In euro cents. */
  price: z.int().nonnegative().optional(),
  /** Fields that belong to the kind only. */
  attributes: z.record(z.string(), z.string().max(500)),
});
export type ProductContent = z.infer<typeof productContentSchema>;

/** A product as a mapping made it, with the bronID of its own (R15, R72). */
export const mappedProductSchema = z.object({
  recordId: z.string().min(1),
  /** Absent when nothing could be made (A34). */
  product: productContentSchema.optional(),
  makeVisible: z.boolean(),
  issues: z.array(issueSchema),
});
export type MappedProduct = z.infer<typeof mappedProductSchema>;

/** A product as the back office sees it. */
export const productViewSchema = z.object({
  gidsId: z.int().positive(),
  ownerGidsId: z.int().positive(),
  product: productContentSchema,
  /** Its own flag; the public sees it only where its owner is visible too (R70). */
  visible: z.boolean(),
  version: z.int().positive(),
  sourceId: z.string().optional(),
  changedAt: z.iso.datetime(),
});
export type ProductView = z.infer<typeof productViewSchema>;
