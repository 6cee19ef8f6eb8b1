import { z } from 'zod';

export const apiKeysPath = '/v1/sleutels';
export const apiKeyPath = (id: string): string => `${apiKeysPath}/${encodeURIComponent(id)}`;

/** The key of a script, as `GET /v1/sleutels` tells it; never the key itself. */
export const apiKeySchema = z.looseObject({
  id: z.string(),
  naam: z.string(),
  import: z.string(),
  begin: z.string(),
  verlooptOp: z.string(),
  laatstGebruiktOp: z.string().nullish(),
  geldig: z.boolean(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const createdApiKeySchema = apiKeySchema.extend({ sleutel: z.string() });
