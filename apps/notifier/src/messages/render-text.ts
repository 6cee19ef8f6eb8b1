import type { FigureTable, MessageView } from './message-view.js';
import { figure } from './wording.js';

/** @returns the message as plain text; tables stay readable in a proportional typeface too. */
export function renderText(view: MessageView): string {
  const blocks = [
    view.heading,
    ...view.paragraphs,
    ...view.tables.map(tableText),
    ...lookAtText(view.toLookAt ?? []),
    `${view.link.label}:\n${view.link.url}`,
    `-- \n${view.footer}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableText({ title, figures, total }: FigureTable): string {
  const lines = figures.map(({ label, value }) => `- ${label}: ${figure(value)}`);
  return [title, ...lines, ...(total ? [`Samen ${total.label.toLowerCase()}: ${figure(total.value)}`] : [])].join('\n');
}

function lookAtText(sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [['Om te bekijken', ...sentences.map((sentence) => `- ${sentence}`)].join('\n')];
}
