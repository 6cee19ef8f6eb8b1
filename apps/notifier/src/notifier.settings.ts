import { join } from 'node:path';
import { onOff, wholeNumber, type ConfigOf } from '@gids/service-host';
import { z } from 'zod';
import { addressSchema, type Address } from './recipients/address.js';
import { importManagersSchema } from './recipients/import-managers.js';
import type { AddressBook } from './recipients/contacts.js';

/** On the domain that no mail leaves to: good enough for files, refused with a mail server. */
const localAddress = (name: string): Address => addressSchema.parse(`${name}@gids.localhost`);

/** A query would switch on options of the mail library that this service decides on itself. */
const smtpUrl = z
  .url({ protocol: /^smtps?$/, hostname: /./, error: 'Schrijf smtp://gebruiker:wachtwoord@server:587 of smtps://…' })
  .refine((url) => !/[?#]/.test(url), { error: 'Laat alles vanaf ? of # weg' });

/** Settings of the notifier. With a mail server, the addresses that mail comes from and goes to must be real ones. */
export const notifierSettings = z
  .object({
    GIDS_IMPORT_MANAGERS: importManagersSchema
      .optional()
      .describe('Who gets the reports of an import: `duo=jan@voorbeeld.nl,piet@voorbeeld.nl;lrk=els@voorbeeld.nl`; `*=` for every import'),
    GIDS_FALLBACK_RECIPIENT: addressSchema
      .default(localAddress('beheerder'))
      .describe('Administrator: gets the reports of failed runs, and those of imports without managers; required with SMTP_URL'),
    GIDS_REPORT_RECIPIENT: addressSchema
      .default(addressSchema.parse('gids@kb.nl'))
      .describe('Who gets reported problems and questions, beside the import managers'),
    GIDS_MAILS_PER_HOUR: wholeNumber(1, 1_000_000).default(200).describe('Mails that may be written in an hour; more are held until an administrator releases them'),
    GIDS_DIGEST_QUIET_SECONDS: wholeNumber(0, 3_600).default(5).describe('Time without news of a run after which its people are told of it, in seconds'),
    GIDS_BASE_URL: z
      .url({ protocol: /^https?$/, error: 'Schrijf een adres zoals https://import.voorbeeld.nl' })
      .default('http://localhost:3000')
      .transform((url) => url.replace(/\/+$/, ''))
      .describe('Address of the screens, for the links in messages'),
    SMTP_URL: smtpUrl.optional().describe('Mail server, `smtp://user:password@host:587`; without it mail is kept as files'),
    SMTP_REQUIRE_TLS: onOff.default(true).describe('Whether a mail server without STARTTLS is refused'),
    MAIL_FROM: addressSchema.default(localAddress('gids-import')).describe('Sender of all mail; required with SMTP_URL'),
    GIDS_DATA_DIR: z.string().default('.data').describe('Folder for what is kept as files'),
    GIDS_MAIL_DIR: z.string().optional().describe('Folder for mail while there is no mail server; `post` in GIDS_DATA_DIR unless told'),
  })
  .superRefine(({ SMTP_URL, ...addresses }, context) => {
    if (SMTP_URL === undefined) return;
    for (const name of ['GIDS_FALLBACK_RECIPIENT', 'MAIL_FROM'] as const) {
      if (!addresses[name].endsWith('.localhost')) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'Geef een echt e-mailadres op, want SMTP_URL is ingesteld' });
    }
  });

export type NotifierConfig = ConfigOf<typeof notifierSettings>;

/** @returns who there is to write to. */
export function addressBookOf(config: NotifierConfig): AddressBook {
  return {
    managers: config.GIDS_IMPORT_MANAGERS ?? new Map(),
    administrator: config.GIDS_FALLBACK_RECIPIENT,
    reports: config.GIDS_REPORT_RECIPIENT,
  };
}

/** @returns where mail is kept while there is no mail server. */
export function mailDirectoryOf(config: NotifierConfig): string {
  return config.GIDS_MAIL_DIR ?? join(config.GIDS_DATA_DIR, 'post');
}
