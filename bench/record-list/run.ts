import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { facetQuestions, lastPages, listQuestions, type Question } from './questions.ts';
import { reportOf, type Measured } from './report.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds what is measured, so that it is always the code as it stands. */
function build(): void {
  const projects = ['apps/publisher/tsconfig.lib.json', 'apps/gateway/tsconfig.lib.json', 'libs/testing/tsconfig.lib.json'];
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--build', ...projects], { cwd: root, stdio: ['ignore', 2, 2] });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rijen: { type: 'string', default: '50000' }, herhalingen: { type: 'string', default: '5' } } });
  const rows = Number(values.rijen);
  build();
  const { MeasuredDirectory } = await import('./directory.ts');
  const { fillRecords } = await import('./fill.ts');
  const directory = await MeasuredDirectory.start();
  try {
    await fillRecords(directory.pool, rows);
    const measure = (questions: readonly Question[]) => measureAll((path) => directory.time(path), questions, Number(values.herhalingen));
    const groups = { Lijst: await measure(listQuestions), 'Laatste pagina': await measure(lastPages), Aantallen: await measure(facetQuestions) };
    const report = reportOf(groups, rows);
    writeFileSync(join(import.meta.dirname, '..', 'results', `lijst-${rows}.md`), report);
    console.log(report);
  } finally {
    await directory.close();
  }
}

/** Each question after one that warms up; the questions take turns, so that what else the machine does is spread over them. */
async function measureAll(time: (path: string) => Promise<number>, questions: readonly Question[], repeats: number): Promise<Measured[]> {
  const measured = questions.map(({ name }) => ({ name, milliseconds: [] as number[] }));
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    for (const [index, { path }] of questions.entries()) {
      const taken = await time(path);
      if (repeat > 0) measured[index]?.milliseconds.push(taken);
    }
  }
  return measured;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
