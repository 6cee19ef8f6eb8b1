import { valueText, type Change, type ChangeTable, type Figure, type FigureTable, type Footer, type ItemList, type Link, type MessageView } from './message-view.js';
import { figure, moreText } from './wording.js';

/** One column, no images and nothing from elsewhere; colours only where both light and dark can be read. */
const style = {
  page: 'margin:0;padding:16px;font:16px/1.5 Arial,Helvetica,sans-serif',
  column: 'max-width:600px;margin:0 auto',
  heading: 'font-size:22px;line-height:1.3;margin:0 0 16px',
  subheading: 'font-size:18px;margin:24px 0 8px',
  table: 'border-collapse:collapse;width:100%',
  cell: 'padding:4px 8px 4px 0;border-bottom:1px solid #767676;text-align:left;vertical-align:top;overflow-wrap:anywhere',
  button: 'display:inline-block;margin:24px 0;padding:12px 20px;background:#154273;color:#ffffff;text-decoration:none',
  footer: 'font-size:14px;margin-top:24px',
} as const;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @returns the message as one HTML page; every value is escaped (RELIABILITY (e) 21). */
export function renderHtml(view: MessageView, footer: Footer): string {
  const parts = [
    `<h1 style="${style.heading}">${escapeHtml(view.heading)}</h1>`,
    ...view.paragraphs.map(paragraphHtml),
    ...(view.tables ?? []).map(tableHtml),
    ...(view.changes ?? []).map(changesHtml),
    ...(view.lists ?? []).map(itemsHtml),
    ...lookAtHtml(view.toLookAt ?? []),
    buttonHtml(view.link),
    footerHtml(footer),
  ];
  return `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(view.subject)}</title>
</head>
<body style="${style.page}">
<div style="${style.column}">
${parts.join('\n')}
</div>
</body>
</html>
`;
}

/** @returns text that is safe between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

function paragraphHtml(paragraph: string): string {
  return `<p>${escapeHtml(paragraph)}</p>`;
}

function subheadingHtml(title: string): string {
  return `<h2 style="${style.subheading}">${escapeHtml(title)}</h2>`;
}

function tableHtml({ title, figures, total }: FigureTable): string {
  const rows = [...figures.map((row) => figureHtml(row, 'normal')), ...(total ? [figureHtml(total, 'bold')] : [])];
  return `${subheadingHtml(title)}\n<table style="${style.table}">\n${rows.join('\n')}\n</table>`;
}

function figureHtml({ label, value, before }: Figure, weight: 'normal' | 'bold'): string {
  const cell = `padding:4px 0;border-bottom:1px solid #767676;font-weight:${weight}`;
  const was = before === undefined || before === value ? '' : ` (vorige keer ${figure(before)})`;
  return `<tr><th scope="row" style="text-align:left;${cell}">${escapeHtml(label)}</th><td style="text-align:right;${cell}">${figure(value)}${was}</td></tr>`;
}

function changesHtml({ title, remark, rows, more }: ChangeTable): string {
  const head = ['Gegeven', 'Was', 'Is nu', 'Bij u'].map((name) => `<th scope="col" style="${style.cell}">${name}</th>`).join('');
  const table = `<table style="${style.table}">\n<tr>${head}</tr>\n${rows.map(changeHtml).join('\n')}\n</table>`;
  return [subheadingHtml(title), ...(remark === undefined ? [] : [paragraphHtml(remark)]), ...(rows.length > 0 ? [table] : []), ...moreText(more).map(paragraphHtml)].join('\n');
}

function changeHtml({ label, before, after, own }: Change): string {
  const values = [before, after, own].map((value) => `<td style="${style.cell}">${escapeHtml(valueText(value))}</td>`);
  return `<tr><th scope="row" style="${style.cell}">${escapeHtml(label)}</th>${values.join('')}</tr>`;
}

function itemsHtml({ title, items, more }: ItemList): string {
  return [subheadingHtml(title), listHtml(items), ...moreText(more).map(paragraphHtml)].join('\n');
}

function lookAtHtml(sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [subheadingHtml('Om te bekijken'), listHtml(sentences)];
}

function listHtml(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
}

function buttonHtml({ label, url }: Link): string {
  return `<p><a href="${escapeHtml(url)}" style="${style.button}">${escapeHtml(label)}</a></p>`;
}

function footerHtml({ sentences, links }: Footer): string {
  const shown = links.map(({ label, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`);
  return `<p style="${style.footer}">${[...sentences.map(escapeHtml), ...shown].join('<br>\n')}</p>`;
}
