import { z } from 'zod';

const count = z.number().int().nonnegative();

/** A change of many records as `GET /v1/bulkwijzigingen/{id}` tells it. */
export const bulkChangeSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  klaarOp: z.string().nullable(),
  totaal: count,
  gewijzigd: count,
  ongewijzigd: count,
  geweigerd: count,
});
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** One record of it, as `…/regels` lists it. */
export const bulkItemSchema = z.looseObject({ bronId: z.string().nullish(), naam: z.string().nullish(), reden: z.string().nullish() });

export const bulkChangesPath = '/v1/bulkwijzigingen';
export const bulkChangePath = (id: string): string => `${bulkChangesPath}/${encodeURIComponent(id)}`;
export const bulkItemsPath = (id: string): string => `${bulkChangePath(id)}/regels`;
