import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.ts';

const usage = `Laat het product een gelabelde verzameling vergelijken, op een eigen wegwerpdatabase, en schrijft wat het vindt.

  npm run -s bench:dedupe -- --set MAP --policy literal|graded --out predictions.csv

  MAP  met imported.csv en directory.jsonl`;

const policies = { literal: 'LITERAL', graded: 'GRADED' } as const;

interface Assignment {
  readonly set: string;
  readonly policy: (typeof policies)[keyof typeof policies];
  readonly out: string;
}

function readOptions() {
  try {
    return parseArgs({ options: { set: { type: 'string' }, policy: { type: 'string', default: 'literal' }, out: { type: 'string' } } }).values;
  } catch {
    throw new Error(usage);
  }
}

function readAssignment(): Assignment {
  const { set, policy: name, out } = readOptions();
  const policy = policies[name as keyof typeof policies];
  if (set === undefined || out === undefined || policy === undefined) throw new Error(usage);
  return { set, policy, out };
}

async function main(): Promise<void> {
  const { set, policy, out } = readAssignment();
  buildProduct();
  const { readDirectory, readImported } = await import('./labelled-set.ts');
  const { Matcher } = await import('./matcher.ts');
  const { predictionsFile } = await import('./predictions.ts');
  const directory = readDirectory(set);
  const matcher = await Matcher.create();
  try {
    await matcher.choosePolicy(policy);
    await matcher.fillDirectory(directory);
    await matcher.importRecords(readImported(set), 1);
    await matcher.endRun(1);
    writeFileSync(out, predictionsFile(await matcher.pairs(policy), directory));
  } finally {
    await matcher.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
