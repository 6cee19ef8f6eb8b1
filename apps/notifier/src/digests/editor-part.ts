import type { NoticeData } from '../notices/notice.js';
import { firstRows, mostRows, type ChangeTable, type ItemList, type MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { counted, oneLine, sourceTitle, subjectLine } from '../messages/wording.js';
import type { DigestContent } from './digest-content.js';

type LinkedChange = NoticeData['LINKED_RECORD_CHANGED'];
type ProductsChange = NoticeData['PROVIDER_PRODUCTS_CHANGED'];

const nothingTakenOver = 'Er wordt niets automatisch overgenomen. U beslist zelf wat u in uw organisatie wijzigt.';
const productWords = { ADDED: 'nieuw', CHANGED: 'gewijzigd', REMOVED: 'niet meer in de bron' } as const;

/** What the editors of linked organisations are told (R75, R95; REQUIREMENTS §6 M2 and M3). */
export function editorView(content: DigestContent, screens: Screens): MessageView {
  const [subject, heading] = verdict(content);
  return {
    subject: subjectLine(subject),
    heading: oneLine(heading),
    paragraphs: content.linked.length > 0 ? [nothingTakenOver] : [],
    ...editorSections(content),
    link: editorLink(content, screens),
  };
}

/** What is added to the message of an import manager who is also an editor. */
export function editorSections({ importId, linked, products }: DigestContent): { changes: ChangeTable[]; lists: ItemList[] } {
  const title = sourceTitle(importId);
  return {
    changes: [...linked.slice(0, mostRows).map((change) => changeTable(change, title)), ...restTable(linked)],
    lists: products.map(productList),
  };
}

function verdict({ importId, linked, products }: DigestContent): [subject: string, heading: string] {
  const title = sourceTitle(importId);
  const [change] = linked;
  const organisations = new Set(linked.map(({ linkedOrganisationId }) => linkedOrganisationId)).size;
  if (change && linked.length === 1) return [oneChange(change, title), `${change.linkedName}: nieuws uit de import ${title}`];
  if (organisations > 0) return [`${counted(organisations, 'organisatie van u is', 'van uw organisaties zijn')} gewijzigd bij ${title}`, `Gewijzigd bij ${title}`];
  return [productsVerdict(products), 'Producten uit de import'];
}

function oneChange({ change, linkedName, fields }: LinkedChange, title: string): string {
  const [field, ...others] = fields;
  if (change === 'VANISHED') return `${linkedName} staat niet meer in ${title}`;
  if (change === 'RETURNED') return `${linkedName} staat weer in ${title}`;
  const what = field && others.length === 0 ? field.label.toLowerCase() : counted(fields.length, 'gegeven', 'gegevens');
  return `${linkedName}: ${what} gewijzigd bij ${title}`;
}

function productsVerdict(changes: readonly ProductsChange[]): string {
  const providers = new Set(changes.map(({ providerName }) => providerName));
  const products = changes.flatMap((change) => change.products);
  const onlyNew = products.every(({ change }) => change === 'ADDED');
  const what = onlyNew ? counted(products.length, 'nieuw product', 'nieuwe producten') : counted(products.length, 'gewijzigd product', 'gewijzigde producten');
  const whose = providers.size === 1 ? [...providers].join('') : counted(providers.size, 'aanbieder', 'aanbieders');
  return `${what} van ${whose} via de import`;
}

function changeTable({ change, linkedName, name, fields }: LinkedChange, title: string): ChangeTable {
  const { rows, more } = firstRows(fields);
  return {
    title: oneLine(linkedName),
    remark: oneLine(remarkOn(change, name, title)),
    rows: rows.map(({ label, before, after, own }) => ({ label: oneLine(label), before: shown(before), after: shown(after), own: shown(own) })),
    more,
  };
}

function remarkOn(change: LinkedChange['change'], name: string, title: string): string {
  if (change === 'VANISHED') return `${name} staat niet meer in ${title}. Ga na of de organisatie nog bestaat.`;
  if (change === 'RETURNED') return `${name} staat weer in ${title}.`;
  return `Bij ${title} (${name}) is dit gewijzigd:`;
}

function shown(value: string | undefined): string | undefined {
  return value === undefined ? undefined : oneLine(value);
}

/** The organisations that did not fit, as one line. */
function restTable(linked: readonly LinkedChange[]): ChangeTable[] {
  const more = linked.length - mostRows;
  return more > 0 ? [{ title: 'Andere organisaties', rows: [], more }] : [];
}

function productList({ providerName, linkedName, products }: ProductsChange): ItemList {
  const { rows, more } = firstRows(products);
  const items = rows.map(({ name, change, takenOver }) => oneLine(`${name} (${productWords[change]})${change === 'REMOVED' && takenOver ? ' – u had dit product overgenomen' : ''}`));
  return { title: oneLine(`Producten van ${providerName}, voor ${linkedName}`), items, more };
}

function editorLink({ linked, products }: DigestContent, screens: Screens): MessageView['link'] {
  const [change] = linked;
  if (change) return { label: 'Bekijk wijzigingen', url: linked.length === 1 ? screens.comparison(change.importRecordId) : screens.comparisons() };
  return { label: 'Bekijk de producten', url: screens.organisation(products[0]?.linkedOrganisationId ?? 0) };
}
