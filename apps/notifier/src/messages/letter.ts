import { randomBytes } from 'node:crypto';
import type { MessageKind, MessageTopic } from '@gids/contracts';
import { readerKey, type Reader } from '../recipients/reader.js';
import type { Message } from './message.js';
import type { Footer, MessageView } from './message-view.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';
import type { Screens } from './screens.js';

/** A message before it is written out: what it says, and to whom. */
export interface Letter {
  readonly kind: MessageKind;
  readonly about: string;
  readonly reader: Reader;
  readonly view: MessageView;
  readonly importId?: string | undefined;
  readonly thread: string;
  /** Whether it also goes by mail, where the reader has an address. */
  readonly mail: boolean;
  readonly topics: readonly MessageTopic[];
  readonly attachment?: string | undefined;
}

export interface Writing {
  readonly screens: Screens;
  /** Address for questions. */
  readonly contact: string;
}

const tokenBytes = 24;

/** Writes letters out. Of the same words to two readers with one address only the first goes by mail: nobody gets it twice. */
export function writeOut(letters: readonly Letter[], writing: Writing): Message[] {
  const mailed = new Set<string>();
  return letters.map((letter) => {
    const { address } = letter.reader;
    const words = JSON.stringify([address?.toLowerCase(), letter.kind, letter.about, letter.view]);
    const goes = letter.mail && address !== undefined && !mailed.has(words);
    if (goes) mailed.add(words);
    return write(letter, goes, writing);
  });
}

function write({ kind, about, reader, view, importId, thread, topics, attachment }: Letter, mailed: boolean, writing: Writing): Message {
  const unsubscribeToken = mailed && topics.length > 0 ? randomBytes(tokenBytes).toString('base64url') : undefined;
  const footer = footerOf(reader, unsubscribeToken, writing);
  return {
    kind,
    about,
    reader: reader.key,
    thread,
    topics,
    subject: view.subject,
    text: renderText(view, footer),
    html: renderHtml(view, footer),
    ...(importId !== undefined && { importId }),
    ...(mailed && reader.address !== undefined && { address: reader.address }),
    ...(mailed && attachment !== undefined && { attachment }),
    ...(unsubscribeToken !== undefined && { unsubscribeToken }),
  };
}

function footerOf({ key, because }: Reader, token: string | undefined, { screens, contact }: Writing): Footer {
  return {
    sentences: [`U krijgt dit bericht omdat ${because}.`, `Vragen? Mail naar ${contact}.`],
    links: [
      ...(key.startsWith(readerKey('')) ? [{ label: 'Meldingen instellen', url: screens.preferences() }] : []),
      ...(token === undefined ? [] : [{ label: 'Afmelden voor deze berichten', url: screens.unsubscribing(token) }]),
    ],
  };
}
