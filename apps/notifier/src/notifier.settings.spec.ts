import { describeSettings, readConfig } from '@gids/service-host';
import { addressBookOf, mailDirectoryOf, notifierSettings } from './notifier.settings.js';

const read = (env: NodeJS.ProcessEnv) => readConfig(notifierSettings, env);
const real = { GIDS_FALLBACK_RECIPIENT: 'beheer@voorbeeld.nl', MAIL_FROM: 'gids@voorbeeld.nl' };

describe('GIDS_IMPORT_MANAGERS', () => {
  it('names the managers by import', () => {
    const config = read({ GIDS_IMPORT_MANAGERS: 'duo=jan@voorbeeld.nl, piet@voorbeeld.nl; lrk=els@voorbeeld.nl;*=an@voorbeeld.nl' });
    expect([...addressBookOf(config).managers]).toEqual([
      ['duo', ['jan@voorbeeld.nl', 'piet@voorbeeld.nl']],
      ['lrk', ['els@voorbeeld.nl']],
      ['*', ['an@voorbeeld.nl']],
    ]);
  });

  it.each([
    ['jan@voorbeeld.nl', 'GIDS_IMPORT_MANAGERS: "jan@voorbeeld.nl" is niet te lezen; schrijf bijvoorbeeld duo=jan@voorbeeld.nl,piet@voorbeeld.nl;lrk=els@voorbeeld.nl.'],
    ['duo=', '"duo=" is niet te lezen'],
    ['duo=jan@voorbeeld.nl;', '"" is niet te lezen'],
    ['DUO=jan@voorbeeld.nl', '"DUO=jan@voorbeeld.nl" is niet te lezen'],
    ['duo=jan@voorbeeld.nl,', '"" is geen gewoon e-mailadres zoals naam@voorbeeld.nl'],
    ['duo=Jan <jan@voorbeeld.nl>', '"Jan <jan@voorbeeld.nl>" is geen gewoon e-mailadres zoals naam@voorbeeld.nl'],
    ['duo=a@voorbeeld.nl;duo=b@voorbeeld.nl', 'duo staat er twee keer; zet alle adressen achter een keer duo='],
  ])('%s stops the start with a sentence', (text, sentence) => {
    expect(() => read({ GIDS_IMPORT_MANAGERS: text })).toThrow(sentence);
  });
});

describe('the settings', () => {
  it('need nothing where mail is kept as files', () => {
    const config = read({});
    expect(addressBookOf(config)).toEqual({ managers: new Map(), administrator: 'beheerder@gids.localhost', reports: 'gids@kb.nl' });
    expect(mailDirectoryOf(config)).toBe('.data/post');
    expect(mailDirectoryOf(read({ GIDS_MAIL_DIR: '/var/post', GIDS_DATA_DIR: '/var/gids' }))).toBe('/var/post');
  });

  it('want real addresses as soon as there is a mail server, so that no report goes nowhere', () => {
    const sentence = 'Geef een echt e-mailadres op, want SMTP_URL is ingesteld.';
    expect(() => read({ SMTP_URL: 'smtp://mail.voorbeeld.nl' })).toThrow(`GIDS_FALLBACK_RECIPIENT: ${sentence}\nMAIL_FROM: ${sentence}`);
    expect(read({ SMTP_URL: 'smtp://mail.voorbeeld.nl', ...real })).toMatchObject({ SMTP_REQUIRE_TLS: true, ...real });
  });

  it.each(['http://mail.voorbeeld.nl', 'smtp://', 'mail.voorbeeld.nl:25', 'smtp://mail.voorbeeld.nl?pool=true', 'smtp://mail.voorbeeld.nl/?tls.rejectUnauthorized=false'])(
    'refuse %s as a mail server',
    (url) => expect(() => read({ SMTP_URL: url, ...real })).toThrow('SMTP_URL: '),
  );

  it('make links on the address of the screens, with or without a slash at its end', () => {
    expect(read({ GIDS_BASE_URL: 'https://import.voorbeeld.nl/gids/' }).GIDS_BASE_URL).toBe('https://import.voorbeeld.nl/gids');
    expect(() => read({ GIDS_BASE_URL: 'javascript:alert(1)' })).toThrow('GIDS_BASE_URL: Schrijf een adres');
  });

  it('describe themselves for the README', () => {
    const lines = describeSettings(notifierSettings);
    expect(lines.filter(({ description }) => description === '')).toEqual([]);
    expect(lines.find(({ name }) => name === 'GIDS_IMPORT_MANAGERS')?.defaultValue).toBe('none');
  });
});
