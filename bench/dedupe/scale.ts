import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.ts';
import type { Matcher } from './matcher.ts';

const usage = `Meet hoe lang het vergelijken duurt, en met welk plan.

  node bench/dedupe/scale.ts [--imported 40000] [--managed 100000] [--uit bench/results/dedupe-40000x100000.md]`;

interface Step {
  readonly name: string;
  readonly seconds: number;
}

function readOptions() {
  try {
    return parseArgs({
      options: { imported: { type: 'string', default: '40000' }, managed: { type: 'string', default: '100000' }, uit: { type: 'string' } },
    }).values;
  } catch {
    throw new Error(usage);
  }
}

async function timed(steps: Step[], name: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  const step = { name, seconds: (performance.now() - started) / 1_000 };
  console.error(`${step.name}: ${step.seconds.toFixed(1)} s`);
  steps.push(step);
}

async function measure(matcher: Matcher, importedCount: number, managedCount: number): Promise<Step[]> {
  const { madeSet } = await import('./made-organisations.ts');
  const { imported, directory } = madeSet(importedCount, managedCount);
  const steps: Step[] = [];
  await timed(steps, 'bestand van beheerde organisaties inlezen (kenmerken en sleutels)', () => matcher.fillDirectory(directory));
  await timed(steps, 'eerste run: alle records, in frames', () => matcher.importRecords(imported, 1));
  await timed(steps, 'einde van de eerste run: tellen en alles opnieuw vergelijken', () => matcher.endRun(1));
  await timed(steps, 'volgende run zonder wijzigingen: tellen en alles opnieuw vergelijken', () => matcher.endRun(2));
  return steps;
}

/** The plan of the candidate join of a whole source, as the product runs it at the end of a run. */
async function candidatePlan(matcher: Matcher): Promise<string> {
  const { candidateJoin } = await import('@gids/deduplicator');
  const client = await matcher.pool.connect();
  try {
    await client.query('SET jit = off');
    const { rows: found } = await client.query<{ id: string }>('SELECT id FROM imported_organisation WHERE present ORDER BY id');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${candidateJoin}`, [found.map(({ id }) => id)]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    client.release();
  }
}

async function countsOf(matcher: Matcher): Promise<string> {
  const { rows } = await matcher.pool.query<{ keys: number; hot: number; pairs: number; managed: number; size: string }>(
    `SELECT (SELECT count(*)::int FROM match_key) AS keys, (SELECT count(*)::int FROM key_count WHERE hot) AS hot, (SELECT count(*)::int FROM pair) AS pairs,
       (SELECT count(*)::int FROM managed_organisation) AS managed, pg_size_pretty(pg_total_relation_size('match_key')) AS size`,
  );
  const [row] = rows;
  return `${row?.keys} sleutels (${row?.size} met index), waarvan ${row?.hot} te algemeen; ${row?.pairs} paren`;
}

function report(steps: readonly Step[], counts: string, plan: string, title: string): string {
  const rows = steps.map(({ name, seconds }) => `| ${name} | ${seconds.toFixed(1)} |`);
  return `# Vergelijken van ${title}

Machine: ${cpus().length} kernen (${cpus()[0]?.model.trim()}), Node ${process.version}, PostgreSQL van deze machine, gemiddelde belasting ${loadavg()[1]?.toFixed(1)} tijdens
de meting. ${counts}.

| stap | seconden |
|---|---:|
${rows.join('\n')}

De stappen met "alles opnieuw vergelijken" zijn het vergelijken zelf, van opdracht tot afgehandeld: kandidaten zoeken, kenmerken
lezen, vergelijken, paren bijwerken, verdringing en wat verteld wordt.

Plan van het zoeken van kandidaten, voor alle records van de bron in één keer:

\`\`\`
${plan}
\`\`\`
`;
}

async function main(): Promise<void> {
  const { imported, managed, uit } = readOptions();
  buildProduct();
  const { Matcher } = await import('./matcher.ts');
  const matcher = await Matcher.create();
  try {
    const steps = await measure(matcher, Number(imported), Number(managed));
    const text = report(steps, await countsOf(matcher), await candidatePlan(matcher), `${imported} geïmporteerde met ${managed} beheerde organisaties`);
    const path = uit ?? join(import.meta.dirname, '..', 'results', `dedupe-${imported}x${managed}.md`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    console.log(text);
  } finally {
    await matcher.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
