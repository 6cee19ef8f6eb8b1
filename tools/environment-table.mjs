// Writes the table of environment variables in README.md from the settings that the code reads; with --check it only
// compares. Needs a build: npm run -s docs:environment makes one first.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const start = '<!-- environment:start -->';
const end = '<!-- environment:end -->';
const services = ['fetcher', 'mapper', 'deduplicator', 'publisher', 'notifier', 'gateway'];

const load = (path) => import(new URL(`../${path}`, import.meta.url).href);
const { describeSettings, processSettings, databaseSettings } = await load('libs/service-host/dist/index.js');
const { standaloneSettings } = await load('apps/standalone/dist/settings.js');

const readers = [
  ['every process of its own', processSettings],
  ['every process of its own', databaseSettings('fetcher')],
  ...(await Promise.all(services.map(async (name) => [name, (await load(`apps/${name}/dist/index.js`))[name].settings]))),
  ['standalone', standaloneSettings],
];

const current = readFileSync(readme, 'utf8');
const written = replaceBlock(current, table(collect(readers)));
if (!process.argv.includes('--check')) writeFileSync(readme, written);
else if (written !== current) {
  console.error('README.md does not list the settings that the code reads; run npm run -s docs:environment.');
  process.exitCode = 1;
}

/** One row per variable, with all that read it. A variable of one service's database stands for those of all. */
function collect(sources) {
  const rows = new Map();
  for (const [reader, settings] of sources) {
    for (const { name, description, defaultValue } of describeSettings(settings)) {
      const row = rows.get(name) ?? { name, description, defaultValue, readBy: [] };
      rows.set(name, { ...row, readBy: [...new Set([...row.readBy, reader])] });
    }
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function table(rows) {
  const lines = rows.map(({ name, description, defaultValue, readBy }) => {
    const shown = defaultValue === undefined ? 'required' : defaultValue === '' || defaultValue === 'none' ? '–' : `\`${defaultValue}\``;
    return `| \`${name}\` | ${shown} | ${readBy.join(', ')} | ${description.replaceAll('|', '\\|')} |`;
  });
  const note = 'Each service also reads its own `<SERVICE>_DATABASE_URL`, like `FETCHER_DATABASE_URL`.';
  return ['| variable | default | read by | meaning |', '|---|---|---|---|', ...lines, '', note].join('\n');
}

function replaceBlock(text, block) {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${block}\n\n${text.slice(to)}`;
}
