import { z } from 'zod';
import { linkSchema } from './links.js';
import { named } from './schema-registry.js';
import { moment, text } from './values.js';

export const roles = ['systeembeheerder'] as const;
export const roleSchema = named('Rol', z.enum(roles).describe('Wat iemand mag.'));
export type Role = z.infer<typeof roleSchema>;

export const signInSchema = named(
  'Aanmelding',
  z.strictObject({ naam: text(200).describe('Naam van het account.'), wachtwoord: z.string().min(1).max(1024).describe('Wachtwoord.') }),
);

export const sessionSchema = named(
  'Sessie',
  z
    .object({
      naam: z.string().describe('Naam van het account of het token.'),
      soort: z.enum(['account', 'token']).describe('Of u met een account of met een token bent aangemeld.'),
      rol: roleSchema,
      verlooptOp: moment('Wanneer de sessie uiterlijk eindigt.').nullable().describe('Wanneer de sessie uiterlijk eindigt; `null` bij een token.'),
      _links: z.object({ self: linkSchema }),
    })
    .describe('Wie er is aangemeld.'),
);
export type Session = z.infer<typeof sessionSchema>;
