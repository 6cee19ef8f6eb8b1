import { sessionSchema, signInSchema, type Session } from '../api/session.js';
import { defineOperation } from '../http/operation.js';

const example: Session = {
  naam: 'beheerder',
  soort: 'account',
  rol: 'systeembeheerder',
  systeembeheerder: true,
  importrechten: ['duo', 'lrk'],
  verlooptOp: '2026-08-04T18:00:00.000Z',
  _links: { self: { href: 'https://gids.example.nl/v1/sessies/huidig' } },
};

export const openSession = defineOperation({
  id: 'openSessie',
  method: 'post',
  path: '/sessies',
  tag: 'Sessies',
  summary: 'Meld u aan met naam en wachtwoord',
  description: 'Zet een cookie die de browser bij elke volgende vraag meestuurt. Ten hoogste vijf pogingen per minuut.',
  input: { body: signInSchema },
  success: {
    status: 201,
    description: 'U bent aangemeld.',
    schema: sessionSchema,
    example,
    headers: { Location: 'Adres van de sessie.', 'Set-Cookie': 'De sessiecookie.' },
  },
  problems: [401, 403, 429],
});

export const showSession = defineOperation({
  id: 'toonSessie',
  method: 'get',
  path: '/sessies/huidig',
  tag: 'Sessies',
  summary: 'Toon wie er is aangemeld',
  input: {},
  success: { status: 200, description: 'Wie er is aangemeld.', schema: sessionSchema, example },
});

export const closeSession = defineOperation({
  id: 'sluitSessie',
  method: 'delete',
  path: '/sessies/huidig',
  tag: 'Sessies',
  summary: 'Meld u af',
  input: {},
  success: { status: 204, description: 'U bent afgemeld.', headers: { 'Set-Cookie': 'Haalt de sessiecookie weg.' } },
  problems: [403, 404],
});
