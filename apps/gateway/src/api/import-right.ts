import { importById, imports } from '@gids/sources';
import { z } from 'zod';
import { accountNameSchema } from './account.js';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { importIdSchema, moment } from './values.js';

/** An import that there is. */
export const knownImportSchema = importIdSchema.refine((id) => importById(id) !== undefined, {
  error: `Deze import bestaat niet. Kies een van: ${imports.map(({ id }) => id).join(', ')}.`,
});

export const importRightGrantSchema = named('ImportrechtGeven', z.strictObject({ account: accountNameSchema, import: knownImportSchema }));

export const importRightSchema = named(
  'Importrecht',
  z
    .object({
      account: z.string().describe('Naam van het account.'),
      import: z.string().describe('Id van de import.'),
      gegevenDoor: z.string().describe('Wie het recht gaf; "eerste start" bij de eerste systeembeheerder.'),
      gegevenOp: moment('Wanneer het recht gegeven is.'),
      _links: z.object({ self: linkSchema, account: linkSchema }),
    })
    .describe('Het recht van een persoon om een import te beheren.'),
);
export type ImportRight = z.infer<typeof importRightSchema>;

/** An import right as it is kept. */
export interface ImportRightView {
  readonly account: string;
  readonly importId: string;
  readonly grantedBy: string;
  readonly grantedAt: Date;
}

/** @returns an import right as the API tells it */
export function toImportRight({ account, importId, grantedBy, grantedAt }: ImportRightView, links: ApiLinks): ImportRight {
  return {
    account,
    import: importId,
    gegevenDoor: grantedBy,
    gegevenOp: grantedAt.toISOString(),
    _links: { self: links.importRight(importId, account), account: links.account(account) },
  };
}
