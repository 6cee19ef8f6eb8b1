import { z } from 'zod';

export const importRightsPath = '/v1/importrechten';
export const importRightPath = (importId: string, account: string): string =>
  `${importRightsPath}/${encodeURIComponent(importId)}/${encodeURIComponent(account)}`;

/** Who may manage which import, as `GET /v1/importrechten` tells it. */
export const importRightSchema = z.looseObject({ account: z.string(), import: z.string(), gegevenDoor: z.string(), gegevenOp: z.string() });
export type ImportRight = z.infer<typeof importRightSchema>;
