import { z } from 'zod';

export const accountsPath = '/v1/accounts';
export const accountPath = (name: string): string => `${accountsPath}/${encodeURIComponent(name)}`;

/** A person who can sign in, as `GET /v1/accounts` tells it. */
export const accountSchema = z.looseObject({
  naam: z.string(),
  email: z.string().nullish(),
  weergavenaam: z.string().nullish(),
  systeembeheerder: z.boolean(),
  importrechten: z.array(z.string()),
  geblokkeerd: z.boolean(),
  versie: z.number().int().positive(),
});
export type Account = z.infer<typeof accountSchema>;

export const createdAccountSchema = accountSchema.extend({ eenmaligWachtwoord: z.string() });
