import type { KeptMail } from '@gids/contracts';
import { escapeHtml, htmlPage } from '../http/html-page.js';

export const mailsPerPage = 100;

const moments = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** @returns the list of kept mail as a page, with links to each and to the pages around it */
export function mailListPage({ items, total }: { items: readonly KeptMail[]; total: number }, page: number): string {
  if (items.length === 0) return htmlPage('Post', '<p>Er is geen e-mail.</p>');
  const rows = items.map(
    ({ id, subject, address, writtenAt }) =>
      `<tr><td>${moments.format(new Date(writtenAt))}</td><td>${escapeHtml(address)}</td><td><a href="/post/${escapeHtml(id)}">${escapeHtml(subject)}</a></td></tr>`,
  );
  const table = `<table><tr><th scope="col">Wanneer</th><th scope="col">Aan</th><th scope="col">Onderwerp</th></tr>\n${rows.join('\n')}\n</table>`;
  const around = [...(page > 1 ? [link(page - 1, 'Nieuwere')] : []), ...(page * mailsPerPage < total ? [link(page + 1, 'Oudere')] : [])];
  return htmlPage('Post', `<p>Deze e-mail is bewaard omdat er geen mailserver is ingesteld.</p>\n${table}\n<p>${around.join(' ')}</p>`);
}

function link(page: number, label: string): string {
  return `<a href="/post?page=${page}">${label}</a>`;
}
