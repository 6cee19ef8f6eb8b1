import type { Outcome } from '../delivery/delivery.js';
import type { Address } from '../recipients/address.js';

/** One message as it goes to one address. */
export interface Mail {
  /** Id of the message: the same on every try. */
  readonly id: string;
  readonly recipient: Address;
  readonly thread: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly writtenAt: Date;
}

/** Brings mail to where it is read: a mail server, or files for as long as there is none. */
export interface MailTransport {
  /** Whether sending the same mail again has no second effect. */
  readonly repeatable: boolean;
  /** Milliseconds after which an attempt has ended, whatever the other side does. */
  readonly longestSendMs: number;
  /**
   * Tries once; never rejects.
   * @param stop ends the attempt early
   */
  send(mail: Mail, stop: AbortSignal): Promise<Outcome>;
}

/** Injection token of the transport. */
export const MAIL_TRANSPORT = Symbol('MailTransport');
