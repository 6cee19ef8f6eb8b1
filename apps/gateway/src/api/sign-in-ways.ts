import { z } from 'zod';
import { linkSchema } from './links.js';
import { named } from './schema-registry.js';

export const signInWaysSchema = named(
  'Aanmeldwijzen',
  z
    .object({
      wachtwoord: z.boolean().describe('Of mensen zich aanmelden met naam en wachtwoord.'),
      oidc: z.boolean().describe('Of mensen zich aanmelden bij een andere dienst, met OpenID Connect.'),
      _links: z.object({
        self: linkSchema,
        aanmelden: linkSchema.optional().describe('Waar de browser heen gaat om zich bij die dienst aan te melden.'),
        afmelden: linkSchema.optional().describe('Waar de browser heen gaat om zich ook bij die dienst af te melden.'),
      }),
    })
    .describe('Hoe mensen zich hier aanmelden.'),
);
export type SignInWays = z.infer<typeof signInWaysSchema>;
