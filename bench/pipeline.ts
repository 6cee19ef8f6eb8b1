import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Elt } from './baselines/elt/elt.ts';
import { Naive } from './baselines/naive/naive.ts';
import { directorySize } from './data/directory.ts';
import { lrk } from './data/lrk.ts';
import { writeDirectoryFile, writeSourceFile } from './data/make-file.ts';
import { measure } from './measure/meter.ts';
import { markdown, type Report, type Run } from './measure/report.ts';
import { phases, type Phase } from './phases.ts';
import { Product } from './product/product.ts';
import type { Variant } from './variant.ts';

/** What can be measured, in the order of measuring. */
const variants: readonly Variant[] = [new Elt(), new Naive(), new Product()];

const usage = `Meet de varianten om en om op dezelfde gemaakte bestanden.

  npm run -s bench:pipeline -- [--rijen 20000,…] [--herhalingen 3] [--varianten elt,naive,product] [--fasen koud,identiek,gewijzigd]
                               [--gids 200000] [--uit bench/results/NAAM]

  varianten  ${variants.map(({ name }) => name).join(', ')}
  fasen      ${phases.map(({ name }) => name).join(', ')} (koud hoort er altijd bij)`;

const options = {
  rijen: { type: 'string', default: '20000' },
  herhalingen: { type: 'string', default: '3' },
  varianten: { type: 'string', default: variants.map(({ name }) => name).join(',') },
  fasen: { type: 'string', default: 'koud,identiek,gewijzigd' },
  gids: { type: 'string', default: String(directorySize) },
  uit: { type: 'string' },
} as const;

interface Assignment {
  readonly sizes: readonly number[];
  readonly repeats: number;
  readonly variants: readonly Variant[];
  readonly phases: readonly Phase[];
  /** Organisations of the directory that is matched against. */
  readonly directory: number;
  /** Path of the results, without extension. */
  readonly output: string;
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new Error(usage);
  }
}

function readAssignment(): Assignment {
  const values = readOptions();
  return {
    sizes: values.rijen.split(',').map(positive),
    repeats: positive(values.herhalingen),
    variants: chosen(variants, values.varianten),
    phases: chosen(phases, `koud,${values.fasen}`),
    directory: positive(values.gids),
    output: values.uit ?? join(import.meta.dirname, 'results', `pijplijn-${values.rijen}`),
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`"${text}" is geen aantal.\n\n${usage}`);
  return value;
}

/** The candidates that the comma-separated list names, in their own order. */
function chosen<T extends { readonly name: string }>(candidates: readonly T[], list: string): T[] {
  const names = list.split(',');
  const unknown = names.find((name) => !candidates.some((candidate) => candidate.name === name));
  if (unknown !== undefined) throw new Error(`"${unknown}" is onbekend.\n\n${usage}`);
  return candidates.filter(({ name }) => names.includes(name));
}

/** The made files, in a folder of their own. */
class Files {
  readonly #folder: string;
  readonly #directorySize: number;
  readonly #made = new Map<string, Promise<string>>();

  constructor(folder: string, directorySize: number) {
    this.#folder = folder;
    this.#directorySize = directorySize;
  }

  directory(): Promise<string> {
    return this.#once('gids.csv', (path) => writeDirectoryFile(path, this.#directorySize));
  }

  source(rows: number, { name, recipe }: Phase): Promise<string> {
    return this.#once(`lrk-${rows}-${name}.csv`, (path) => writeSourceFile(path, { format: lrk, rows, seed: 1, ...recipe }));
  }

  #once(name: string, write: (path: string) => Promise<void>): Promise<string> {
    const path = join(this.#folder, name);
    const made = this.#made.get(name) ?? write(path).then(() => path);
    this.#made.set(name, made);
    return made;
  }
}

/** Takes one variant through all phases, from empty. */
async function importAll(variant: Variant, size: number, repeat: number, phasesOfRun: readonly Phase[], files: Files): Promise<Run[]> {
  const rows = Math.min(size, variant.mostRows);
  const runs: Run[] = [];
  try {
    await variant.prepare(await files.directory());
    for (const phase of phasesOfRun) {
      const file = await files.source(rows, phase);
      const run = { variant: variant.name, phase: phase.name, repeat, size, rows, ...(await importOnce(variant, file, rows)) };
      console.error(`${repeat} ${variant.name} ${phase.name}: ${rows} rijen in ${run.measurement.seconds.toFixed(1)} s`);
      runs.push(run);
    }
  } finally {
    await variant.stop();
  }
  return runs;
}

/** Throws when not every record became an organisation: the time of a wrong import says nothing. */
async function importOnce(variant: Variant, file: string, rows: number): Promise<Pick<Run, 'measurement' | 'outcome'>> {
  const measurement = await measure(variant, () => variant.run(file, rows));
  const outcome = await variant.outcome();
  if (outcome.organisations !== rows) {
    throw new Error(`${variant.name} heeft ${outcome.organisations} organisaties in plaats van ${rows}.`);
  }
  return { measurement, outcome };
}

async function measureAll(assignment: Assignment): Promise<Run[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gids-bench-'));
  const files = new Files(folder, assignment.directory);
  const runs: Run[] = [];
  try {
    for (let repeat = 1; repeat <= assignment.repeats; repeat++) {
      for (const size of assignment.sizes) {
        for (const variant of assignment.variants) runs.push(...(await importAll(variant, size, repeat, assignment.phases, files)));
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return runs;
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} kernen (${first?.model.trim()}), Node ${process.version}`;
}

async function main(): Promise<void> {
  const assignment = readAssignment();
  const report: Report = {
    measuredOn: new Date().toLocaleDateString('nl-NL', { dateStyle: 'long' }),
    machine: machine(),
    source: 'lrk',
    repeats: assignment.repeats,
    runs: await measureAll(assignment),
  };
  await mkdir(dirname(assignment.output), { recursive: true });
  await writeFile(`${assignment.output}.json`, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(`${assignment.output}.md`, markdown(report));
  console.log(markdown(report));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
