import type { MessageKind } from '@gids/contracts';
import type { Letter } from '../messages/letter.js';
import type { MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import type { PreferenceOf } from '../preferences/preference.js';
import type { Contacts } from '../recipients/contacts.js';
import type { DigestContent, EarlierRun } from './digest-content.js';
import { duplicatesCsv } from './duplicates-csv.js';
import { editorSections, editorView } from './editor-part.js';
import { managerView } from './manager-part.js';
import { personalDigests, type PersonalDigest } from './personal-digest.js';

/** What is told together, and who there is to tell it to. */
export interface DigestOrder {
  /** Names the digest in the key of its messages. */
  readonly about: string;
  readonly content: DigestContent;
  readonly earlier: EarlierRun;
  readonly contacts: Contacts;
  readonly preferenceOf: PreferenceOf;
}

/** One letter per person, whatever he is to the organisations in it (SCREENS §6: one mail per person per run). */
export function digestLetters({ about, content, earlier, contacts, preferenceOf }: DigestOrder, screens: Screens): Letter[] {
  return personalDigests(content, earlier, contacts, preferenceOf).map((personal) => ({
    kind: kindOf(personal),
    about,
    reader: personal.reader,
    view: viewOf(personal, earlier, screens),
    importId: content.importId,
    thread: content.sourceId,
    mail: personal.mail,
    topics: personal.topics,
    attachment: personal.asManager ? duplicatesCsv(personal.content) : undefined,
  }));
}

function kindOf({ asManager, content }: PersonalDigest): MessageKind {
  if (!asManager) return 'LINKED_CHANGES';
  return content.run ? 'RUN_COMPLETED' : 'DAILY_DIGEST';
}

function viewOf({ asManager, content }: PersonalDigest, earlier: EarlierRun, screens: Screens): MessageView {
  if (!asManager) return editorView(content, screens);
  const view = managerView(content, earlier, screens);
  const { changes, lists } = editorSections(content);
  return { ...view, changes, lists: [...(view.lists ?? []), ...lists] };
}
