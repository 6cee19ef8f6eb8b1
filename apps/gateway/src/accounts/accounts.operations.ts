import { z } from 'zod';
import { accountChangeSchema, accountCreationSchema, accountFilter, accountNameSchema, accountSchema, createdAccountSchema, toAccount } from '../api/account.js';
import { exampleLinks, pageExample } from '../api/examples.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { defineOperation } from '../http/operation.js';
import { seenVersion } from '../http/version-tag.js';

const tag = 'Accounts';
const params = z.strictObject({ naam: accountNameSchema });

const example = toAccount(
  {
    name: 'm.devries',
    email: 'm.devries@voorbeeld.nl',
    displayName: 'Marieke de Vries',
    systemAdministrator: false,
    importRights: ['duo'],
    blocked: false,
    mustChangePassword: false,
    createdAt: new Date('2026-08-04T06:00:00.000Z'),
    version: 3,
  },
  exampleLinks,
);
const found = { schema: accountSchema, example, versioned: true } as const;

export const listAccounts = defineOperation({
  id: 'lijstAccounts',
  method: 'get',
  path: '/accounts',
  tag,
  summary: 'Toon wie zich kan aanmelden',
  input: { query: z.strictObject({ ...accountFilter, ...pageQuery }) },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst, op naam.',
    schema: named('AccountPagina', pageSchema(accountSchema)),
    example: pageExample(example, '/v1/accounts?search=vries'),
  },
});

export const showAccount = defineOperation({
  id: 'toonAccount',
  method: 'get',
  path: '/accounts/{naam}',
  tag,
  summary: 'Toon een account',
  input: { params },
  success: { status: 200, description: 'Het account.', ...found },
  problems: [404],
});

export const createAccount = defineOperation({
  id: 'maakAccount',
  method: 'post',
  path: '/accounts',
  tag,
  summary: 'Maak een account',
  description: 'De persoon krijgt een eenmalig wachtwoord, dat alleen in dit antwoord staat, en kiest bij de eerste aanmelding een eigen wachtwoord.',
  input: { body: accountCreationSchema },
  success: {
    status: 201,
    description: 'Het account met zijn eenmalige wachtwoord.',
    schema: createdAccountSchema,
    example: { ...example, importrechten: [], wachtwoordWijzigen: true, versie: 1, eenmaligWachtwoord: 'zO1…wachtwoord-voor-een-keer' },
    versioned: true,
    headers: { Location: 'Adres van het account.' },
  },
  problems: [409],
});

export const changeAccount = defineOperation({
  id: 'wijzigAccount',
  method: 'patch',
  path: '/accounts/{naam}',
  tag,
  summary: 'Wijzig of blokkeer een account',
  description: 'Wat u weglaat blijft. De laatste systeembeheerder die zich kan aanmelden, blijft dat (409).',
  input: { params, headers: seenVersion, body: accountChangeSchema },
  success: { status: 200, description: 'Het account zoals het geworden is.', ...found },
  problems: [404, 409],
});
