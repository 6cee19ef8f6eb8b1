import type { Letter } from '../messages/letter.js';
import type { ItemList, MessageView } from '../messages/message-view.js';
import { firstRows } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { counted, oneLine, subjectLine } from '../messages/wording.js';
import type { NoticeData } from '../notices/notice.js';
import { orAdministrators, personsOf, type Contacts } from '../recipients/contacts.js';

type Copied = NoticeData['ORGANISATION_COPIED'];

/** The new account manager, the editors and who asked for it hear that a copy is ready (REQUIREMENTS §6 M7, SCREENS M11). */
export function copiedLetters(about: string, copied: Copied, contacts: Contacts, screens: Screens): Letter[] {
  const { accountManager, editors, by, name } = copied;
  const newPeople = personsOf([accountManager, ...editors], `u accountmanager of redacteur bent van ${oneLine(name)}`, contacts);
  const asker = personsOf(by, 'u deze organisatie heeft gekopieerd', contacts).filter(({ key }) => newPeople.every((reader) => reader.key !== key));
  const view = copiedView(copied, screens);
  return [...orAdministrators(newPeople, contacts), ...asker].map((reader) => ({
    kind: 'ORGANISATION_COPIED', about, reader, view, thread: 'gids', mail: true, topics: [],
  }));
}

function copiedView(copied: Copied, screens: Screens): MessageView {
  const { name, gidsId, fromGidsId, parentName, by, transfer, visible, errors } = copied;
  const stand = visible ? 'zichtbaar' : errors.length > 0 ? `niet zichtbaar: ${counted(errors.length, 'validatiefout', 'validatiefouten')}` : 'niet zichtbaar';
  const what = transfer ? 'Beheer overgedragen' : 'Organisatie gekopieerd';
  return {
    subject: subjectLine(`${what}: ${name} (${stand})`),
    heading: oneLine(`${what}: ${name}`),
    paragraphs: [
      oneLine(`${name} is door ${by} gekopieerd van G!DS ${fromGidsId} en staat nu als G!DS ${gidsId} onder ${parentName}.`),
      visible ? 'De organisatie is zichtbaar in de gids.' : 'De organisatie is nog niet zichtbaar in de gids.',
    ],
    lists: errorList(errors),
    link: { label: 'Bekijk de organisatie', url: screens.organisation(gidsId) },
  };
}

function errorList(errors: readonly string[]): ItemList[] {
  if (errors.length === 0) return [];
  const { rows, more } = firstRows(errors);
  return [{ title: 'Los dit eerst op', items: rows.map(oneLine), more }];
}
