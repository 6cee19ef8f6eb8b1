import { z } from 'zod';
import { exampleLinks } from '../api/examples.js';
import { signInWaysSchema, type SignInWays } from '../api/sign-in-ways.js';
import { defineOperation } from '../http/operation.js';
import { returnPath } from './return-path.js';

const tag = 'Sessies';
const example: SignInWays = {
  wachtwoord: false,
  oidc: true,
  _links: { self: exampleLinks.signIn(), aanmelden: exampleLinks.oidcSignIn(), afmelden: exampleLinks.oidcSignOut() },
};

export const showSignInWays = defineOperation({
  id: 'toonAanmelding',
  method: 'get',
  path: '/aanmelding',
  tag,
  summary: 'Toon hoe mensen zich hier aanmelden',
  input: {},
  success: { status: 200, description: 'Hoe mensen zich aanmelden.', schema: signInWaysSchema, example },
});

export const startOidcSignIn = defineOperation({
  id: 'startOidcAanmelding',
  method: 'get',
  path: '/aanmelding/oidc',
  tag,
  summary: 'Ga u aanmelden met OpenID Connect',
  description: 'Voor de browser zelf: stuurt door naar de dienst waar u zich aanmeldt.',
  input: { query: z.strictObject({ naar: returnPath }) },
  success: { status: 302, description: 'Door naar de dienst.', headers: { Location: 'Adres bij de dienst.', 'Set-Cookie': 'Waaraan deze browser straks herkend wordt.' } },
  problems: [404, 429],
  page: true,
});

export const completeOidcSignIn = defineOperation({
  id: 'voltooiOidcAanmelding',
  method: 'get',
  path: '/aanmelding/oidc/terugkeer',
  tag,
  summary: 'Kom terug van de dienst waar u zich aanmeldde',
  description: 'Voor de browser zelf: zet de sessiecookie en stuurt door naar de pagina waar u heen wilde.',
  input: {
    query: z.looseObject({
      code: z.string().max(4_096).describe('Wat de dienst meegaf.').optional(),
      state: z.string().max(4_096).describe('Wat wij de dienst meegaven.').optional(),
      error: z.string().max(4_096).describe('Waarom de dienst niemand aanmeldde.').optional(),
    }),
  },
  success: { status: 302, description: 'U bent aangemeld.', headers: { Location: 'De pagina waar u heen wilde.', 'Set-Cookie': 'De sessiecookie.' } },
  problems: [401, 403, 404],
  page: true,
});

export const startOidcSignOut = defineOperation({
  id: 'startOidcAfmelding',
  method: 'get',
  path: '/aanmelding/oidc/afmelding',
  tag,
  summary: 'Meld u ook af bij de dienst waar u zich aanmeldde',
  description: 'Voor de browser zelf, nadat de sessie hier is gesloten.',
  input: {},
  success: { status: 302, description: 'Door naar de dienst.', headers: { Location: 'Adres bij de dienst, of onze eigen pagina’s als die geen afmelden kent.' } },
  problems: [404],
  page: true,
});
