import type { MessageTopic } from '@gids/contracts';
import { sourceTitle } from '../messages/wording.js';
import type { PreferenceOf } from '../preferences/preference.js';
import { editors, importManagers, type Contacts } from '../recipients/contacts.js';
import type { Reader } from '../recipients/reader.js';
import type { DigestContent, EarlierRun } from './digest-content.js';
import { hasNews } from './news.js';

/** What one reader is told of a digest. */
export interface PersonalDigest {
  readonly reader: Reader;
  /** Holds only what is for this reader. */
  readonly content: DigestContent;
  /** Whether he is told of the import itself, as its manager. */
  readonly asManager: boolean;
  readonly mail: boolean;
  readonly topics: readonly MessageTopic[];
}

type Told = Pick<DigestContent, 'linked' | 'products'> & { readonly reader: Reader; readonly manages: boolean };

/** Who is told what of a digest, and by mail or only in the inbox (REQUIREMENTS §6 M1–M6, SCREENS §3.13). */
export function personalDigests(content: DigestContent, earlier: EarlierRun, contacts: Contacts, preferenceOf: PreferenceOf): PersonalDigest[] {
  const isNews = hasNews(content, earlier);
  return toldReaders(content, contacts).flatMap((told) => {
    const { runReport, linkedChanges, productChanges } = preferenceOf(told.reader.key, content.importId);
    const everyRun = runReport === 'EVERY_RUN' && content.run !== undefined;
    const asManager = told.manages && (isNews || everyRun);
    const parts: readonly [MessageTopic, boolean, boolean][] = [
      ['runReport', asManager, everyRun || (isNews && runReport !== 'NEVER')],
      ['linkedChanges', told.linked.length > 0, linkedChanges],
      ['productChanges', told.products.length > 0, productChanges],
    ];
    const topics = parts.flatMap(([topic, present]) => (present ? [topic] : []));
    if (topics.length === 0) return [];
    const mail = parts.some(([, present, wanted]) => present && wanted);
    return [{ reader: told.reader, content: partOf(content, told, asManager), asManager, mail, topics }];
  });
}

/** Everybody to whom something of it is addressed, each once, with what is. */
function toldReaders(content: DigestContent, contacts: Contacts): Told[] {
  const told = new Map<string, Told>();
  const tell = (reader: Reader, more: Partial<Told>) => {
    const before = told.get(reader.key) ?? { reader, manages: false, linked: [], products: [] };
    told.set(reader.key, { ...before, ...more });
  };
  const soFar = (reader: Reader) => told.get(reader.key);
  if (isOfManagers(content)) for (const reader of importManagers(content.importId, sourceTitle(content.importId), contacts)) tell(reader, { manages: true });
  for (const change of content.linked) {
    for (const reader of editors(change.linkedOrganisationId, change.linkedName, contacts)) tell(reader, { linked: [...(soFar(reader)?.linked ?? []), change] });
  }
  for (const change of content.products) {
    for (const reader of editors(change.linkedOrganisationId, change.linkedName, contacts)) tell(reader, { products: [...(soFar(reader)?.products ?? []), change] });
  }
  return [...told.values()];
}

function isOfManagers({ run, duplicates, signals, round }: DigestContent): boolean {
  return run !== undefined || duplicates.length > 0 || signals.length > 0 || round !== undefined;
}

function partOf(content: DigestContent, { linked, products }: Told, asManager: boolean): DigestContent {
  if (asManager) return { ...content, linked, products };
  const { importId, sourceId } = content;
  return { importId, sourceId, duplicates: [], signals: [], linked, products };
}
