import { z } from 'zod';
import { knownImportSchema } from './import-right.js';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { moment } from './values.js';

const keyName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, { error: 'Gebruik kleine letters, cijfers en daartussen . _ of -, zoals duo-levering.' })
  .describe('Naam van het script; die staat in de geschiedenis bij wat het aanlevert.');

export const apiKeyCreationSchema = named(
  'SleutelMaken',
  z.strictObject({
    naam: keyName,
    import: knownImportSchema,
    verlooptOp: moment('Tot wanneer de sleutel geldt: ten hoogste twee jaar. Een jaar waar dit ontbreekt.').optional(),
  }),
);

const apiKeyShape = z.object({
  id: z.uuid().describe('Id van de sleutel.'),
  naam: z.string().describe('Naam van het script.'),
  import: z.string().describe('De import die het script mag aanleveren.'),
  begin: z.string().describe('Het begin van de sleutel, om hem te herkennen.'),
  gemaaktDoor: z.string().describe('Wie de sleutel maakte.'),
  gemaaktOp: moment('Wanneer de sleutel gemaakt is.'),
  verlooptOp: moment('Tot wanneer de sleutel geldt.'),
  laatstGebruiktOp: moment('').nullable().describe('Wanneer de sleutel voor het laatst gebruikt is, op de minuut; `null` als dat nog niet gebeurde.'),
  ingetrokkenOp: moment('').nullable().describe('Wanneer de sleutel ingetrokken is; `null` als dat niet gebeurde.'),
  geldig: z.boolean().describe('Of u er nu mee binnenkomt.'),
  _links: z.object({ self: linkSchema }),
});

export const apiKeySchema = named('Sleutel', apiKeyShape.describe('Een sleutel waarmee een script één import mag aanleveren.'));
export type ApiKey = z.infer<typeof apiKeySchema>;

export const createdApiKeySchema = named(
  'GemaakteSleutel',
  apiKeyShape
    .extend({ sleutel: z.string().describe('De sleutel zelf. Hij wordt alleen nu getoond: `Authorization: Bearer <sleutel>`.') })
    .describe('De nieuwe sleutel.'),
);
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

/** A key as it is kept. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly importId: string;
  readonly prefix: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** @returns a key as the API tells it at a moment */
export function toApiKey(view: ApiKeyView, now: Date, links: ApiLinks): ApiKey {
  return {
    id: view.id,
    naam: view.name,
    import: view.importId,
    begin: view.prefix,
    gemaaktDoor: view.createdBy,
    gemaaktOp: view.createdAt.toISOString(),
    verlooptOp: view.expiresAt.toISOString(),
    laatstGebruiktOp: view.lastUsedAt?.toISOString() ?? null,
    ingetrokkenOp: view.revokedAt?.toISOString() ?? null,
    geldig: view.revokedAt === null && view.expiresAt > now,
    _links: { self: links.apiKey(view.id) },
  };
}
