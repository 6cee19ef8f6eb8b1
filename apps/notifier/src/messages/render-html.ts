import type { Figure, FigureTable, Link, MessageView } from './message-view.js';
import { figure } from './wording.js';

/** One column, no images and nothing from elsewhere; colours only where both light and dark can be read. */
const style = {
  page: 'margin:0;padding:16px;font:16px/1.5 Arial,Helvetica,sans-serif',
  column: 'max-width:600px;margin:0 auto',
  heading: 'font-size:22px;line-height:1.3;margin:0 0 16px',
  subheading: 'font-size:18px;margin:24px 0 8px',
  table: 'border-collapse:collapse;width:100%',
  button: 'display:inline-block;margin:24px 0;padding:12px 20px;background:#154273;color:#ffffff;text-decoration:none',
  footer: 'font-size:14px;margin-top:24px',
} as const;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @returns the message as one HTML page; every value is escaped (RELIABILITY (e) 21). */
export function renderHtml(view: MessageView): string {
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
<h1 style="${style.heading}">${escapeHtml(view.heading)}</h1>
${view.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
${view.tables.map(tableHtml).join('\n')}
${lookAtHtml(view.toLookAt ?? [])}
${linkHtml(view.link)}
<p style="${style.footer}">${escapeHtml(view.footer)}</p>
</div>
</body>
</html>
`;
}

/** @returns text that is safe between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

function tableHtml({ title, figures, total }: FigureTable): string {
  const rows = [...figures.map((row) => rowHtml(row, 'normal')), ...(total ? [rowHtml(total, 'bold')] : [])];
  return `<h2 style="${style.subheading}">${escapeHtml(title)}</h2>\n<table style="${style.table}">\n${rows.join('\n')}\n</table>`;
}

function rowHtml({ label, value }: Figure, weight: 'normal' | 'bold'): string {
  const cell = `padding:4px 0;border-bottom:1px solid #767676;font-weight:${weight}`;
  return `<tr><th scope="row" style="text-align:left;${cell}">${escapeHtml(label)}</th><td style="text-align:right;${cell}">${figure(value)}</td></tr>`;
}

function lookAtHtml(sentences: readonly string[]): string {
  if (sentences.length === 0) return '';
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('\n');
  return `<h2 style="${style.subheading}">Om te bekijken</h2>\n<ul>\n${items}\n</ul>`;
}

function linkHtml({ label, url }: Link): string {
  return `<p><a href="${escapeHtml(url)}" style="${style.button}">${escapeHtml(label)}</a></p>`;
}
