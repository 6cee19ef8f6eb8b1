import type { HttpProblem } from './problems.js';

/** @returns a problem as a page for a person, without anything that the content policy would have to let through */
export function problemPage({ content: { title, detail } }: HttpProblem): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>${escape(title)} – G!DS-import</title></head>
<body>
<h1>${escape(title)}</h1>
<p>${escape(detail)}</p>
<p><a href="/v1/aanmelding/oidc">Opnieuw aanmelden</a></p>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
