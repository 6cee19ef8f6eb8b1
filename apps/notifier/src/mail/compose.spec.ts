import { addressSchema } from '../recipients/address.js';
import { compose } from './compose.js';
import type { Mail } from './mail-transport.js';

const mail: Mail = {
  id: '0123456789abcdef0123456789abcdef',
  recipient: addressSchema.parse('jan@voorbeeld.nl'),
  thread: 'duo-po',
  subject: 'Import voltooid',
  text: 'Alles is gelukt.',
  html: '<p>Alles is gelukt.</p>',
  writtenAt: new Date('2026-08-04T06:00:30.000Z'),
};
const headersOf = (more: Partial<Mail> = {}) => compose({ ...mail, ...more }, addressSchema.parse('gids@voorbeeld.nl')).headers;

describe('the headers of a mail (SCREENS §6)', () => {
  it('say that no person wrote it, in which language, and of which source', () => {
    expect(headersOf()).toEqual({ 'Auto-Submitted': 'auto-generated', 'Content-Language': 'nl', 'List-Id': '<duo-po.gids-import.voorbeeld.nl>' });
  });

  it('let a mail program unsubscribe in one click (RFC 8058)', () => {
    expect(headersOf({ unsubscribeUrl: 'https://import.voorbeeld.nl/v1/afmeldingen/abc' })).toMatchObject({
      'List-Unsubscribe': '<https://import.voorbeeld.nl/v1/afmeldingen/abc>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  it('are not broken by the name of a source', () => {
    expect(headersOf({ thread: 'duo\r\nBcc: evil@x.nl' })).toMatchObject({ 'List-Id': '<duo-bcc-evil-x-nl.gids-import.voorbeeld.nl>' });
  });
});
