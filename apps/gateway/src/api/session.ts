import { z } from 'zod';
import type { Caller } from '../sign-in/caller.js';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { moment, text } from './values.js';

const roles = ['systeembeheerder', 'gebruiker'] as const;
const roleSchema = named('Rol', z.enum(roles).describe('Of iemand de installatie beheert.'));

export const signInSchema = named(
  'Aanmelding',
  z.strictObject({ naam: text(200).describe('Naam van het account.'), wachtwoord: z.string().min(1).max(1024).describe('Wachtwoord.') }),
);

export const sessionSchema = named(
  'Sessie',
  z
    .object({
      naam: z.string().describe('Naam van het account, het token of de sleutel.'),
      soort: z.enum(['account', 'token', 'sleutel']).describe('Of u met een account, een token of een sleutel bent aangemeld.'),
      rol: roleSchema,
      systeembeheerder: z.boolean().describe('Of u accounts, rechten en instellingen mag beheren.'),
      importrechten: z.array(z.string()).describe('De imports waarvan u het importrecht hebt.'),
      verlooptOp: moment('Wanneer de sessie uiterlijk eindigt.').nullable().describe('Wanneer de sessie uiterlijk eindigt; `null` bij een token of sleutel.'),
      _links: z.object({ self: linkSchema }),
    })
    .describe('Wie er is aangemeld, en met welke rechten.'),
);
export type Session = z.infer<typeof sessionSchema>;

const kinds = { account: 'account', token: 'token', key: 'sleutel' } as const;

/** @returns who is asking, as the API tells it */
export function toSession(asker: Caller, links: ApiLinks): Session {
  return {
    naam: asker.name,
    soort: kinds[asker.kind],
    rol: asker.systemAdministrator ? 'systeembeheerder' : 'gebruiker',
    systeembeheerder: asker.systemAdministrator,
    importrechten: [...asker.importRights],
    verlooptOp: asker.kind === 'account' ? asker.expiresAt.toISOString() : null,
    _links: { self: links.session() },
  };
}
