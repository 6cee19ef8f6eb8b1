import { valueText, type ChangeTable, type Figure, type FigureTable, type Footer, type ItemList, type Link, type MessageView } from './message-view.js';
import { figure, moreText } from './wording.js';

/** @returns the message as plain text; tables stay readable in a proportional typeface too. */
export function renderText(view: MessageView, footer: Footer): string {
  const blocks = [
    view.heading,
    ...view.paragraphs,
    ...(view.tables ?? []).map(tableText),
    ...(view.changes ?? []).map(changesText),
    ...(view.lists ?? []).map(listText),
    ...lookAtText(view.toLookAt ?? []),
    linkText(view.link),
    `-- \n${[...footer.sentences, ...footer.links.map(({ label, url }) => `${label}: ${url}`)].join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableText({ title, figures, total }: FigureTable): string {
  const lines = figures.map(figureText);
  return [title, ...lines, ...(total ? [`Samen ${total.label.toLowerCase()}: ${figure(total.value)}`] : [])].join('\n');
}

function figureText({ label, value, before }: Figure): string {
  const was = before === undefined || before === value ? '' : ` (vorige keer ${figure(before)})`;
  return `- ${label}: ${figure(value)}${was}`;
}

function changesText({ title, remark, rows, more }: ChangeTable): string {
  const lines = rows.map(({ label, before, after, own }) => `- ${label}: ${valueText(before)} → ${valueText(after)} (bij u: ${valueText(own)})`);
  return [title, ...(remark === undefined ? [] : [remark]), ...lines, ...moreText(more)].join('\n');
}

function listText({ title, items, more }: ItemList): string {
  return [title, ...items.map((item) => `- ${item}`), ...moreText(more)].join('\n');
}

function lookAtText(sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [['Om te bekijken', ...sentences.map((sentence) => `- ${sentence}`)].join('\n')];
}

function linkText({ label, url }: Link): string {
  return `${label}:\n${url}`;
}
