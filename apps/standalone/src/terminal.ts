import { runPhaseTerms, runStateTerms, type RunView } from '@gids/contracts';

const barWidth = 24;

/** @returns one line that says how far a run is */
export function progressLine({ sourceId, state, phase, progress }: RunView): string {
  const label = phase ? runPhaseTerms[phase].label : runStateTerms[state].label;
  const share = progress.toSend === 0 ? 0 : Math.min(progress.processed / progress.toSend, 1);
  const filled = state === 'COMPLETED' ? barWidth : Math.round(share * barWidth);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  return `  ${sourceId.padEnd(7)} ${bar} ${label}, ${number(progress.rowsRead)} regels`;
}

/** @returns what a run brought, in sentences */
export function runSummary({ sourceId, fileName, state, problem, counts }: RunView): string[] {
  if (state !== 'COMPLETED') return [`  ${sourceId}: ${runStateTerms[state].label}. ${problem?.message ?? ''}`];
  const findings = [
    [counts.rejected, counts.rejected === 1 ? 'regel afgekeurd' : 'regels afgekeurd'],
    [counts.conversionErrors, 'met conversiefouten'],
    [counts.validationErrors, 'met validatiefouten'],
    [counts.duplicatesFound, 'met dubbelen'],
    [counts.warnings, 'met een waarschuwing'],
  ] as const;
  const told = findings.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  return [
    `  ${sourceId} (${fileName ?? ''}): ${number(counts.read)} regels gelezen; ${number(counts.added)} toegevoegd, ${number(counts.changed)} gewijzigd, ${number(counts.unchanged)} ongewijzigd, ${number(counts.vanished)} verdwenen.`,
    `    Zichtbaar voor publiek: ${number(counts.visible)}; niet zichtbaar: ${number(counts.notVisible)}.${told.length > 0 ? ` Let op: ${told.join(', ')}.` : ''}`,
  ];
}

/** Writes lines, and on a terminal a line that changes in place. */
export class Terminal {
  private moving = false;
  private last = '';

  constructor(private readonly out: NodeJS.WriteStream = process.stdout) {}

  line(text = ''): void {
    if (this.moving) this.out.write('\n');
    this.moving = false;
    this.out.write(`${text}\n`);
  }

  /** Shows how far something is; without a terminal only what is new is written. */
  progress(text: string): void {
    if (text === this.last) return;
    this.last = text;
    if (!this.out.isTTY) return this.line(text);
    this.moving = true;
    this.out.write(`\r[2K${text}`);
  }
}

function number(value: number): string {
  return value.toLocaleString('nl-NL');
}
