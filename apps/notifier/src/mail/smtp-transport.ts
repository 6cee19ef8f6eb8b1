import { Readable } from 'node:stream';
import { createTransport, type NodemailerError } from 'nodemailer';
import type { Outcome } from '../delivery/delivery.js';
import type { Address } from '../recipients/address.js';
import { compose } from './compose.js';
import type { Mail, MailTransport } from './mail-transport.js';
import { outcomeOf } from './smtp-outcome.js';

const second = 1_000;
const minute = 60 * second;

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** Whether a server without STARTTLS is refused. */
  readonly requireTls: boolean;
  readonly from: Address;
}

/** Hands mail to an SMTP server, each over a connection of its own: nothing is queued or repeated behind our back. */
export class SmtpTransport implements MailTransport {
  readonly repeatable = false;
  readonly longestSendMs = 12 * minute;

  constructor(private readonly options: SmtpOptions) {}

  async send(mail: Mail, stop: AbortSignal): Promise<Outcome> {
    let contentLeft = false;
    const transporter = this.open(() => (contentLeft = true));
    try {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(this.longestSendMs)]);
      const { response } = await transporter.sendMail({ ...compose(mail, this.options.from), signal });
      return { kind: 'accepted', code: '250', detail: response };
    } catch (error) {
      return outcomeOf(error as NodemailerError, contentLeft);
    }
  }

  /** Nothing is kept here. */
  forget(): Promise<void> {
    return Promise.resolve();
  }

  /** An error does not tell whether the content had left, so the content is watched on its way. */
  private open(onContentLeft: () => void) {
    const { url, requireTls } = this.options;
    const transporter = createTransport({
      url,
      requireTLS: requireTls,
      dnsTimeout: 10 * second,
      connectionTimeout: 30 * second,
      greetingTimeout: 30 * second,
      // A server may take ten minutes to answer the end of the content (RFC 5321 4.5.3.2.6).
      socketTimeout: 10 * minute,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return transporter.use('stream', ({ message }, done) => {
      message?.processFunc((content) => watched(content, onContentLeft));
      done();
    });
  }
}

/** Passes content on as it is asked for, and tells when all of it has been handed over, before its end is sent. */
function watched(content: Readable, onEnd: () => void): Readable {
  async function* pass() {
    yield* content;
    onEnd();
  }
  return Readable.from(pass(), { objectMode: false });
}
