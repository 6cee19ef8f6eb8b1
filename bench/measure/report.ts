import type { Outcome } from '../variant.ts';
import type { Measurement } from './meter.ts';
import { median } from './statistics.ts';

/** One import, measured. */
export interface Run {
  readonly variant: string;
  readonly phase: string;
  /** Counts from 1; runs of one repeat followed each other and can be compared in pairs. */
  readonly repeat: number;
  /** Rows that were asked for; what is compared was measured at the same size. */
  readonly size: number;
  /** Rows of the file: less than asked for when the variant cannot take so many. */
  readonly rows: number;
  readonly measurement: Measurement;
  readonly outcome: Outcome;
}

/** Everything that was measured, and what on. */
export interface Report {
  readonly measuredOn: string;
  readonly machine: string;
  readonly source: string;
  readonly repeats: number;
  readonly runs: readonly Run[];
}

const rowsPerSecond = ({ rows, measurement }: Run) => rows / measurement.seconds;

const perHundredThousand = ({ rows }: Run, amount: number) => (amount / rows) * 100_000;

const cpuOf = (run: Run) => {
  const { processes, database, broker } = run.measurement.cpuSeconds;
  return perHundredThousand(run, processes + database + broker);
};

/** A Dutch number, with `decimals` behind the comma. */
function number(value: number, decimals = 0): string {
  return value.toLocaleString('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** Significant at any size: 2.570 but 6,4. */
const significant = (value: number) => number(value, value < 100 ? 1 : 0);

const ratio = (value: number) => value.toLocaleString('nl-NL', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

const columns: readonly (readonly [heading: string, cell: (runs: readonly Run[]) => string])[] = [
  ['variant', ([run]) => run?.variant ?? ''],
  ['fase', ([run]) => run?.phase ?? ''],
  ['rijen', ([run]) => number(run?.rows ?? NaN)],
  ['seconden', (runs) => significant(middle(runs, ({ measurement }) => measurement.seconds))],
  ['rijen/s', (runs) => number(middle(runs, rowsPerSecond))],
  ['CPU-s', (runs) => significant(middle(runs, cpuOf))],
  ['processen', (runs) => significant(middle(runs, (run) => perHundredThousand(run, run.measurement.cpuSeconds.processes)))],
  ['PostgreSQL', (runs) => significant(middle(runs, (run) => perHundredThousand(run, run.measurement.cpuSeconds.database)))],
  ['RabbitMQ', (runs) => significant(middle(runs, (run) => perHundredThousand(run, run.measurement.cpuSeconds.broker)))],
  ['commits', (runs) => number(middle(runs, (run) => perHundredThousand(run, run.measurement.commits)))],
  ['berichten', (runs) => number(middle(runs, (run) => perHundredThousand(run, run.measurement.messages)))],
  ['WAL MB', (runs) => significant(middle(runs, (run) => perHundredThousand(run, run.measurement.walBytes / 1e6)))],
  ['piek MiB', (runs) => number(middle(runs, ({ measurement }) => measurement.peakMemory.sum))],
  ['grootste MiB', (runs) => number(middle(runs, largestProcess))],
  ['dubbel', (runs) => number(middle(runs, ({ outcome }) => outcome.duplicates))],
];

function largestProcess({ measurement }: Run): number {
  return Math.max(...Object.values(measurement.peakMemory.byProcess));
}

function middle(runs: readonly Run[], value: (run: Run) => number): number {
  return median(runs.map(value));
}

/** A Markdown table under a sentence that says what it shows; nothing at all without rows. */
function table(sentence: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`\n${sentence}\n`, line(headings), line(headings.map((_, index) => (index < 2 ? '---' : '---:'))), ...rows.map(line), ''].join('\n');
}

/** Repeats of one import: the same variant, phase and size. */
interface Group {
  readonly variant: string;
  readonly phase: string;
  readonly size: number;
  readonly runs: Run[];
}

/** The runs by what they are repeats of, in the order of measuring. */
function groups(runs: readonly Run[]): Group[] {
  const found: Group[] = [];
  for (const run of runs) {
    const { variant, phase, size } = run;
    const group = found.find((candidate) => candidate.variant === variant && candidate.phase === phase && candidate.size === size);
    if (group) group.runs.push(run);
    else found.push({ variant, phase, size, runs: [run] });
  }
  return found;
}

/** Rows per second and CPU time of one group against another: divided repeat by repeat, and of those the median. */
function pairedRatios(group: Group, other: Group): string[] {
  const pairs = group.runs.flatMap((run) => other.runs.filter(({ repeat }) => repeat === run.repeat).map((against) => [run, against] as const));
  return [rowsPerSecond, cpuOf].map((value) => ratio(median(pairs.map(([run, against]) => value(run) / value(against)))));
}

const ofImports = 'CPU-seconden, commits, berichten en WAL zijn per 100.000 rijen; een variant met minder rijen is omgerekend.';
const betweenVariants = 'Tussen varianten, per herhaling gedeeld: bij rijen/s is meer dan 1 sneller, bij CPU-s is minder dan 1 zuiniger.';
const betweenPhases = 'Latere import gedeeld door de eerste van dezelfde variant.';
const ofProcesses = 'Hoogste geheugengebruik van elk proces, over alle fasen en herhalingen.';

/** Every variant against each one before it. */
function variantRatios(measured: readonly Group[]): string {
  const rows = measured.flatMap((group, index) =>
    measured
      .slice(0, index)
      .filter(({ variant, phase, size }) => variant !== group.variant && phase === group.phase && size === group.size)
      .map((other) => [`${group.variant} : ${other.variant}`, group.phase, number(group.size), ...pairedRatios(group, other)]),
  );
  return table(betweenVariants, ['verhouding', 'fase', 'gevraagde rijen', 'rijen/s', 'CPU-s'], rows);
}

/** Every later import against the first one of the same variant. */
function phaseRatios(measured: readonly Group[]): string {
  const rows = measured.flatMap((group) =>
    measured
      .filter(({ variant, phase, size }) => phase === 'koud' && group.phase !== phase && variant === group.variant && size === group.size)
      .map((cold) => [group.variant, `${group.phase} : koud`, number(group.size), ...pairedRatios(group, cold)]),
  );
  return table(betweenPhases, ['variant', 'verhouding', 'gevraagde rijen', 'rijen/s', 'CPU-s'], rows);
}

/** Peak of each process over all phases, to see whether it depends on the number of rows. */
function memory(measured: readonly Group[]): string {
  const peaks = new Map<string, number>();
  for (const { variant, runs } of measured) {
    for (const { rows, measurement } of runs) {
      for (const [name, peak] of Object.entries(measurement.peakMemory.byProcess)) {
        const key = [variant, name, number(rows)].join(' | ');
        peaks.set(key, Math.max(peaks.get(key) ?? 0, peak));
      }
    }
  }
  return table(ofProcesses, ['variant', 'proces', 'rijen', 'piek MiB'], [...peaks].map(([key, peak]) => [key, number(peak)]));
}

/** The report as Markdown, in Dutch. */
export function markdown({ measuredOn, machine, source, repeats, runs }: Report): string {
  const measured = groups(runs);
  const sections = [
    table(ofImports, columns.map(([heading]) => heading), measured.map((group) => columns.map(([, cell]) => cell(group.runs)))),
    variantRatios(measured),
    phaseRatios(measured),
    memory(measured),
  ];
  return `# Meting van ${measuredOn}

Bron ${source}, mediaan van ${repeats} herhaling(en), varianten om en om. Machine: ${machine}.
${sections.join('')}`;
}
