import { z } from 'zod';
import { accountNameSchema } from '../api/account.js';
import { named } from '../api/schema-registry.js';
import { defineOperation } from '../http/operation.js';
import { longestPassword, shortestPassword } from './password-rules.js';

const password = z.string().min(1).max(longestPassword);

export const changePassword = defineOperation({
  id: 'wijzigWachtwoord',
  method: 'put',
  path: '/sessies/huidig/wachtwoord',
  tag: 'Sessies',
  summary: 'Kies een nieuw wachtwoord',
  description: `Ten minste ${shortestPassword} tekens, niet de naam van het account en geen wachtwoord dat veel mensen gebruiken. Andere sessies van het account eindigen.`,
  input: {
    body: named(
      'WachtwoordWijzigen',
      z.strictObject({
        huidigWachtwoord: password.describe('Het wachtwoord tot nu toe.'),
        nieuwWachtwoord: password.describe('Het wachtwoord vanaf nu.'),
      }),
    ),
  },
  success: { status: 204, description: 'Het nieuwe wachtwoord geldt.' },
  problems: [403, 409, 429],
});

export const closeAllSessions = defineOperation({
  id: 'sluitAlleSessies',
  method: 'delete',
  path: '/sessies',
  tag: 'Sessies',
  summary: 'Meld u overal af',
  input: {},
  success: { status: 204, description: 'Al uw sessies zijn beëindigd.', headers: { 'Set-Cookie': 'Haalt de sessiecookie weg.' } },
  problems: [403, 404],
});

export const signOutAccount = defineOperation({
  id: 'meldAccountAf',
  method: 'post',
  path: '/accounts/{naam}/afmeldingen',
  tag: 'Accounts',
  summary: 'Meld iemand overal af',
  description: 'De persoon kan zich weer aanmelden; wie dat niet mag, blokkeert u.',
  input: { params: z.strictObject({ naam: accountNameSchema }) },
  success: { status: 204, description: 'Alle sessies van het account zijn beëindigd.' },
  problems: [403, 404],
});
