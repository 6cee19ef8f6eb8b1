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
  /** A file in CSV that goes along. */
  readonly attachment?: string;
  /** Where mail of this kind is switched off, in one click (RFC 8058). */
  readonly unsubscribeUrl?: string;
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
  /** Removes what it keeps itself of mail written before a moment (N36). */
  forget(before: Date): Promise<void>;
}

/** Injection token of the transport. */
export const MAIL_TRANSPORT = Symbol('MailTransport');
