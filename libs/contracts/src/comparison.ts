import { z } from 'zod';

/** One field of an imported organisation beside that of the managed one that it is linked to; an empty value is absent (R58). */
export const comparedFieldSchema = z.object({
  /** Name of the field in the content, such as `phone`; of a field of the kind `attributes.denomination`. */
  field: z.string(),
  /** Dutch. */
  label: z.string(),
  imported: z.string().optional(),
  own: z.string().optional(),
  /** Whether the two mean something else; another spelling of the same does not count. */
  differs: z.boolean(),
  /** How the source last changed it since the link was laid. */
  lastChange: z.object({ before: z.string().optional(), after: z.string().optional(), at: z.iso.datetime() }).optional(),
});
export type ComparedField = z.infer<typeof comparedFieldSchema>;

/** What a source says beside what the managed organisation says that is linked to it (S2:33, R58). */
export const comparisonSchema = z.object({
  importId: z.string(),
  sourceId: z.string(),
  importRecordId: z.int().positive(),
  /** The bronID. */
  recordId: z.string(),
  /** The imported organisation; absent where nothing of it could be made. */
  gidsId: z.int().positive().optional(),
  name: z.string(),
  missingAtSource: z.boolean(),
  /** Empty where the imported organisation is gone. */
  fields: z.array(comparedFieldSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
