import type { ServerResponse } from 'node:http';

/** What a page may do beside being read: nothing comes from elsewhere, and no script runs. */
const policy = (formAction: "'none'" | "'self'") =>
  `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Answers with a whole HTML page of ours. @param forms whether it has a form that comes back here */
export function sendPage(response: ServerResponse, html: string, forms = false): void {
  response.setHeader('Content-Security-Policy', policy(forms ? "'self'" : "'none'"));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(html);
}

/** @returns a page in Dutch around content that is HTML already */
export function htmlPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – G!DS-import</title></head>
<body style="max-width:60rem;margin:0 auto;padding:1rem;font:16px/1.5 Arial,Helvetica,sans-serif">
<h1>${escapeHtml(title)}</h1>
${content}
</body>
</html>
`;
}

/** @returns text that is safe between tags and in a quoted attribute */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] as string);
}
