import { createHash } from 'node:crypto';
import type { MessageKind, MessageTopic } from '@gids/contracts';
import type { Address } from '../recipients/address.js';

/** What makes a message that one and no other: whoever asks for it again gets no second one (RELIABILITY D 58). */
export interface MessageKey {
  readonly kind: MessageKind;
  /** The run, day or act that it tells of. */
  readonly about: string;
  /** Who reads it, as `readerKey` says. */
  readonly reader: string;
}

/** A message to one person, as it will be read. */
export interface Message extends MessageKey {
  /** Absent where it is for the inbox only. */
  readonly address?: Address;
  readonly importId?: string;
  /** Messages of one thread belong together in a mailbox: the source. */
  readonly thread: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A file in CSV that goes along by mail. */
  readonly attachment?: string;
  /** What the link in the mail switches off; none where it cannot be switched off. */
  readonly topics: readonly MessageTopic[];
  readonly unsubscribeToken?: string;
}

/** @returns the id that follows from the key: the same on every try, in the mail's Message-ID too. */
export function messageIdOf({ kind, about, reader }: MessageKey): string {
  return createHash('sha256').update(JSON.stringify([kind, about, reader])).digest('hex').slice(0, 32);
}
