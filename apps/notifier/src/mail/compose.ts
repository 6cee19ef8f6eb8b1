import type { SendMailOptions } from 'nodemailer';
import { domainOf, type Address } from '../recipients/address.js';
import type { Mail } from './mail-transport.js';

const senderName = 'G!DS import';
const attachmentName = 'nieuwe-dubbelen.csv';

/**
 * The mail for nodemailer, which makes the envelope from the headers. Addresses are objects: in a string, also in
 * one of the envelope, a comma or a line end would make another recipient (RELIABILITY §0 fact 11). Nothing is
 * read from files or the network ((e) 21).
 */
export function compose(mail: Mail, from: Address): SendMailOptions {
  const domain = domainOf(from);
  return {
    messageId: `<${mail.id}@${domain}>`,
    date: mail.writtenAt,
    from: { name: senderName, address: from },
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    references: `<${mail.thread}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'nl',
      'List-Id': listId(mail.thread, domain),
      ...unsubscribeHeaders(mail.unsubscribeUrl),
    },
    ...(mail.attachment !== undefined && { attachments: [{ filename: attachmentName, content: mail.attachment, contentType: 'text/csv; charset=utf-8' }] }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The source, so that mail programs can sort by it (RFC 2919). */
function listId(thread: string, domain: string): string {
  return `<${thread.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.gids-import.${domain}>`;
}

/** One click in the mail program is enough (RFC 8058). */
function unsubscribeHeaders(url: string | undefined): Record<string, string> {
  return url === undefined ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
