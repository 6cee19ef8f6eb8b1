import { median } from '../measure/statistics.ts';

/** How long the answers to one question took. */
export interface Measured {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

/** The smallest value that so large a share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('Van niets is geen percentiel te geven.');
  return value;
}

/** The figures of each group of questions, and its ten slowest questions, as Markdown. */
export function reportOf(groups: Readonly<Record<string, readonly Measured[]>>, rows: number): string {
  const lines = [
    `# De lijst van organisatie-importen bij ${rows.toLocaleString('nl-NL')} records`,
    '',
    'Gevraagd over HTTP aan de gateway, die de publisher vraagt; in milliseconden, tot het hele antwoord binnen is.',
    '',
    '| groep | vragen | metingen | mediaan | p95 | p99 | langste |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(groups).map(([name, measured]) => summary(name, measured)),
  ];
  for (const [name, measured] of Object.entries(groups)) lines.push('', `## ${name}: de traagste vragen`, '', '| vraag | mediaan | langste |', '|---|---|---|', ...slowest(measured));
  return `${lines.join('\n')}\n`;
}

function summary(name: string, measured: readonly Measured[]): string {
  const all = measured.flatMap(({ milliseconds }) => milliseconds);
  const figures = [median(all), percentile(all, 0.95), percentile(all, 0.99), Math.max(...all)];
  return `| ${name} | ${measured.length} | ${all.length} | ${figures.map((figure) => figure.toFixed(0)).join(' | ')} |`;
}

function slowest(measured: readonly Measured[]): string[] {
  const slow = measured.toSorted((a, b) => median(b.milliseconds) - median(a.milliseconds)).slice(0, 10);
  return slow.map(({ name, milliseconds }) => `| ${name} | ${median(milliseconds).toFixed(0)} | ${Math.max(...milliseconds).toFixed(0)} |`);
}
