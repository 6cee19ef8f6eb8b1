import { z } from 'zod';
import { defineOperation } from '../http/operation.js';

const tag = 'Meldingen';
const ofLink = z.strictObject({ token: z.string().regex(/^[\w-]{20,100}$/, { error: 'Gebruik de link uit de e-mail zoals hij is.' }).describe('Wat er in de link van de e-mail staat.') });

export const showUnsubscribing = defineOperation({
  id: 'toonAfmelding',
  method: 'get',
  path: '/afmeldingen/{token}',
  tag,
  summary: 'Toon waarvoor een link in een e-mail u afmeldt',
  description: 'Verandert niets: mailprogramma’s halen zulke links vanzelf op.',
  input: { params: ofLink },
  success: { status: 200, description: 'Een pagina met een knop.', schema: z.string(), example: '<!doctype html>', mediaType: 'text/html' },
  problems: [404],
  page: true,
});

export const unsubscribe = defineOperation({
  id: 'meldBerichtenAf',
  method: 'post',
  path: '/afmeldingen/{token}',
  tag,
  summary: 'Meld u af met de link uit een e-mail, zonder aan te melden',
  description: 'Afmelden met één klik volgens RFC 8058. Nog eens afmelden verandert niets.',
  input: { params: ofLink },
  success: { status: 200, description: 'Een pagina die zegt dat het gelukt is.', schema: z.string(), example: '<!doctype html>', mediaType: 'text/html' },
  problems: [404],
  page: true,
});
