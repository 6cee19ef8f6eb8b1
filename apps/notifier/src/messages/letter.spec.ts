import type { Reader } from '../recipients/reader.js';
import type { Address } from '../recipients/address.js';
import { writeOut, type Letter } from './letter.js';
import { Screens } from './screens.js';

const writing = { screens: new Screens('https://import.voorbeeld.nl'), contact: 'gids@kb.nl' };
const els: Reader = { key: 'account:els', address: 'els@voorbeeld.nl' as Address, because: 'u importbeheerder bent van DUO' };
const letter = (more: Partial<Letter> = {}): Letter => ({
  kind: 'RUN_COMPLETED', about: 'r', reader: els, importId: 'duo', thread: 'duo-po', mail: true, topics: ['runReport'],
  view: { subject: 'DUO', heading: 'DUO', paragraphs: ['Klaar.'], link: { label: 'Bekijk', url: 'https://import.voorbeeld.nl/x' } }, ...more,
});

describe('a message that is written out (SCREENS §6)', () => {
  it('says why it came, where to change that, and whom to ask', () => {
    const [message] = writeOut([letter()], writing);
    expect(message?.text).toContain('U krijgt dit bericht omdat u importbeheerder bent van DUO.\nVragen? Mail naar gids@kb.nl.\nMeldingen instellen: https://import.voorbeeld.nl/instellingen/meldingen\n');
    expect(message?.text).toContain(`Afmelden voor deze berichten: https://import.voorbeeld.nl/v1/afmeldingen/${message?.unsubscribeToken}`);
    expect(message?.html).toContain(`/v1/afmeldingen/${message?.unsubscribeToken}"`);
  });

  it('has a link to unsubscribe that nobody can guess, another for each message', () => {
    const tokens = writeOut([letter(), letter({ about: 'r2' })], writing).map(({ unsubscribeToken }) => unsubscribeToken);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
  });

  it.each<[string, Partial<Letter>]>([
    ['what must always be told', { topics: [] }],
    ['what stays in the inbox', { mail: false }],
    ['who has no e-mail', { reader: { key: 'account:els', because: 'x' } }],
  ])('has none for %s', (_name, more) => {
    const [message] = writeOut([letter(more)], writing);
    expect(message?.unsubscribeToken).toBeUndefined();
    expect(message?.text).not.toContain('Afmelden');
  });

  it('goes by mail once where two people share an address, and into both inboxes', () => {
    const shared = { ...els, key: 'account:piet', address: 'ELS@voorbeeld.nl' as Address };
    const messages = writeOut([letter(), letter({ reader: shared })], writing);
    expect(messages.map(({ reader, address }) => [reader, address])).toEqual([['account:els', 'els@voorbeeld.nl'], ['account:piet', undefined]]);
  });

  it('has the file only where it goes by mail', () => {
    expect(writeOut([letter({ attachment: 'a;b' }), letter({ attachment: 'a;b', mail: false, about: 'r2' })], writing).map(({ attachment }) => attachment)).toEqual(['a;b', undefined]);
  });
});
