import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { flag, moment, text, trimmedText } from './values.js';

/** Name of an account, wherever one that exists is meant. */
export const accountNameSchema = text(200).describe('Naam van het account.');

const newAccountName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+([._@-][a-z0-9]+)*$/, { error: 'Gebruik kleine letters, cijfers en daartussen . _ @ of -, zoals m.devries.' })
  .describe('Naam waarmee de persoon zich aanmeldt; die verandert nooit.');
const email = z.email({ error: 'Geef een e-mailadres, zoals m.devries@voorbeeld.nl.' }).max(254);
const displayName = trimmedText(200);

export const accountCreationSchema = named(
  'AccountMaken',
  z.strictObject({
    naam: newAccountName,
    email: email.nullish().describe('Waar berichten naartoe gaan.'),
    weergavenaam: displayName.nullish().describe('Naam voor mensen.'),
    systeembeheerder: z.boolean().default(false).describe('Of de persoon accounts, rechten en instellingen mag beheren.'),
  }),
);

export const accountChangeSchema = named(
  'AccountWijzigen',
  z
    .strictObject({
      email: email.nullable().describe('Waar berichten naartoe gaan; `null` haalt het weg.'),
      weergavenaam: displayName.nullable().describe('Naam voor mensen; `null` haalt hem weg.'),
      systeembeheerder: z.boolean().describe('Of de persoon accounts, rechten en instellingen mag beheren.'),
      geblokkeerd: z.boolean().describe('Een geblokkeerde persoon kan zich niet aanmelden; wie aangemeld is, is dat meteen niet meer.'),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, { error: 'Geef ten minste één veld dat moet veranderen.' }),
);
export type AccountChange = z.infer<typeof accountChangeSchema>;

const accountShape = z.object({
  naam: z.string().describe('Naam van het account.'),
  email: z.string().nullable().describe('Waar berichten naartoe gaan.'),
  weergavenaam: z.string().nullable().describe('Naam voor mensen.'),
  systeembeheerder: z.boolean().describe('Of de persoon accounts, rechten en instellingen mag beheren.'),
  importrechten: z.array(z.string()).describe('De imports waarvan de persoon het importrecht heeft.'),
  geblokkeerd: z.boolean().describe('Een geblokkeerde persoon kan zich niet aanmelden.'),
  wachtwoordWijzigen: z.boolean().describe('Of de persoon eerst een eigen wachtwoord moet kiezen.'),
  gemaaktOp: moment('Wanneer het account gemaakt is.'),
  versie: z.int().positive().describe('Telt op bij elke wijziging, ook van de rechten.'),
  _links: z.object({ self: linkSchema }),
});

export const accountSchema = named('Account', accountShape.describe('Een persoon die zich kan aanmelden.'));
export type Account = z.infer<typeof accountSchema>;

export const createdAccountSchema = named(
  'GemaaktAccount',
  accountShape
    .extend({ eenmaligWachtwoord: z.string().describe('Wachtwoord voor de eerste keer. Het wordt alleen nu getoond.') })
    .describe('Het nieuwe account met zijn eenmalige wachtwoord.'),
);
export type CreatedAccount = z.infer<typeof createdAccountSchema>;

export const accountFilter = {
  search: text(200).describe('Deel van naam, weergavenaam of e-mailadres.').optional(),
  geblokkeerd: flag().describe('Alleen wie wel of niet geblokkeerd is.').optional(),
};

/** An account as it is kept. */
export interface AccountView {
  readonly name: string;
  readonly email: string | null;
  readonly displayName: string | null;
  readonly systemAdministrator: boolean;
  readonly importRights: readonly string[];
  readonly blocked: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly version: number;
}

/** @returns an account as the API tells it */
export function toAccount(view: AccountView, links: ApiLinks): Account {
  return {
    naam: view.name,
    email: view.email,
    weergavenaam: view.displayName,
    systeembeheerder: view.systemAdministrator,
    importrechten: [...view.importRights],
    geblokkeerd: view.blocked,
    wachtwoordWijzigen: view.mustChangePassword,
    gemaaktOp: view.createdAt.toISOString(),
    versie: view.version,
    _links: { self: links.account(view.name) },
  };
}
