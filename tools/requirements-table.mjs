// Writes docs/requirements.md: every requirement with the tests whose titles name it; with --check it only compares.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testTitles } from './test-titles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const document = `${root}docs/requirements.md`;
const sections = JSON.parse(readFileSync(`${root}docs/requirements.json`, 'utf8'));
const shownTests = 3;

const tests = globSync(['apps/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.tsx', 'libs/*/{src,conformance}/**/*.spec.ts', 'e2e/**/*.spec.ts'], { cwd: root })
  .filter((file) => !file.includes('node_modules'))
  .sort()
  .flatMap((file) => testTitles(`${root}${file}`).map((test) => ({ ...test, file })));

const written = page();
if (!process.argv.includes('--check')) writeFileSync(document, written);
else if (readFileSync(document, 'utf8') !== written) {
  console.error('docs/requirements.md does not list the tests that name a requirement; run npm run -s docs:requirements.');
  process.exitCode = 1;
}

function page() {
  const all = sections.flatMap(({ requirements }) => Object.keys(requirements));
  const gaps = all.filter((requirement) => testsOf(requirement).length === 0);
  return [
    '# Requirements and the tests that show them',
    '',
    'Made from the titles of the tests by `npm run -s docs:requirements`, and compared in every test run. A test shows a',
    'requirement when its title, or that of the group it stands in, names it.',
    '',
    `${all.length - gaps.length} of ${all.length} requirements have a test. Without one: ${gaps.join(', ') || 'none'}.`,
    ...sections.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf({ section, requirements }) {
  const rows = Object.entries(requirements).map(([requirement, title]) => `| ${requirement} | ${title} | ${shown(testsOf(requirement))} |`);
  return ['', `## ${section}`, '', '| | requirement | tests |', '|---|---|---|', ...rows];
}

function testsOf(requirement) {
  const names = new RegExp(`\\b${requirement}(?![0-9])`);
  const own = tests.filter(({ title }) => names.test(title));
  return own.length > 0 ? own : tests.filter(({ context }) => names.test(context));
}

function shown(found) {
  if (found.length === 0) return '**none yet**';
  const lines = found.slice(0, shownTests).map(({ title, file }) => `${escaped(title)} ([${file.split('/').at(-1)}](../${file}))`);
  const more = found.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
}

/** A title is shown as it stands: nothing in it is markup. */
function escaped(title) {
  return title.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
