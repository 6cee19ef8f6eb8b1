import { createHash } from 'node:crypto';
import type { Address } from '../recipients/address.js';

/** Kinds of message; with the run and the recipient they say which message it is (RELIABILITY D 58). */
export type MessageKind = 'RUN_COMPLETED' | 'RUN_HELD' | 'RUN_FAILED';

/** What makes a message that one and no other: whoever asks for it again gets no second one. */
export interface MessageKey {
  readonly kind: MessageKind;
  readonly runId: string;
  readonly recipient: Address;
}

/** A message to one person, as it will be read. */
export interface Message extends MessageKey {
  /** Messages of one thread belong together in a mailbox: the source. */
  readonly thread: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** @returns the id that follows from the key: the same on every try, in the mail's Message-ID too. */
export function messageIdOf({ kind, runId, recipient }: MessageKey): string {
  return createHash('sha256').update(JSON.stringify([kind, runId, recipient.toLowerCase()])).digest('hex').slice(0, 32);
}
