import type { RunFinding } from '@gids/contracts';
import type { RunLimits } from '@gids/sources';
import type { FillRates } from './fill-rates.js';
import { findingTexts as texts } from './finding-texts.js';

/** What a file turned out to be. */
export interface MeasuredRun {
  readonly rows: number;
  /** Rows that cannot be used. */
  readonly badRows: number;
  /** Records that are no longer in the file; those that only got another bronID are not among them. */
  readonly vanished: number;
  /** Records that are shown now and would not be any more, the vanished ones included. */
  readonly hidden: number;
  readonly changed: number;
  readonly fillRates: FillRates;
}

/** What it is measured by: the file in force, and the records that the source has. */
export interface RunBefore {
  readonly rows: number;
  readonly records: number;
  readonly fillRates: FillRates;
}

/** What becomes of a run whose whole file has been read. */
export type Judgement =
  | { readonly kind: 'apply' }
  | { readonly kind: 'hold'; readonly findings: readonly [RunFinding, ...RunFinding[]] }
  | { readonly kind: 'refuse'; readonly finding: RunFinding };

/**
 * Says whether a file is enough like the last one to be applied without a person (R8, A22, RELIABILITY c5).
 * @param before absent for the first run of a source: there is nothing to be unlike
 */
export function judgeRun(measured: MeasuredRun, before: RunBefore | undefined, limits: RunLimits): Judgement {
  if (!before) return { kind: 'apply' };
  // One of three is no sign that something is wrong (R2); that most of a source is gone is, and a person can say that it is right.
  if (before.rows < limits.smallSource) {
    return judgementOf([...fewerRows(measured, before, limits.rowsRefusedBelow, texts.tooFewRows), ...losses(measured, before, limits)]);
  }
  const [refused] = fewerRows(measured, before, limits.rowsRefusedBelow, texts.farTooFewRows);
  if (refused) return { kind: 'refuse', finding: refused };
  return judgementOf([
    ...fewerRows(measured, before, limits.rowsAtLeast, texts.tooFewRows),
    ...moreRows(measured, before, limits),
    ...losses(measured, before, limits),
    ...changes(measured, before, limits),
    ...badRows(measured, limits),
    ...emptierColumns(measured, before, limits),
  ]);
}

function judgementOf([first, ...others]: readonly RunFinding[]): Judgement {
  return first ? { kind: 'hold', findings: [first, ...others] } : { kind: 'apply' };
}

function fewerRows({ rows }: MeasuredRun, before: RunBefore, percentage: number, text: typeof texts.tooFewRows): RunFinding[] {
  const limit = Math.ceil((before.rows * percentage) / 100);
  return rows < limit ? [{ code: 'BELOW_MIN', message: text(rows, before.rows, limit), measured: rows, limit }] : [];
}

function moreRows({ rows }: MeasuredRun, before: RunBefore, { rowsAtMost }: RunLimits): RunFinding[] {
  const limit = shareOf(before.rows, rowsAtMost);
  return beyond('ABOVE_MAX', rows, limit, texts.tooManyRows(rows, before.rows, limit));
}

function losses({ vanished, hidden }: MeasuredRun, { records }: RunBefore, limits: RunLimits): RunFinding[] {
  const [mayVanish, mayHide] = [limits.vanished, limits.hidden].map((share) => Math.max(limits.few, shareOf(records, share))) as [number, number];
  return [
    ...beyond('TOO_MANY_CLOSURES', vanished, mayVanish, texts.vanished(vanished, records, mayVanish)),
    ...beyond('TOO_MANY_HIDDEN', hidden, mayHide, texts.hidden(hidden, records, mayHide)),
  ];
}

function changes({ changed }: MeasuredRun, { records }: RunBefore, limits: RunLimits): RunFinding[] {
  const limit = shareOf(records, limits.changed);
  return beyond('TOO_MANY_CHANGES', changed, limit, texts.changed(changed, records, limit));
}

function badRows({ badRows: bad, rows }: MeasuredRun, limits: RunLimits): RunFinding[] {
  const limit = shareOf(rows, limits.badRows);
  return beyond('TOO_MANY_BAD_ROWS', bad, limit, texts.badRows(bad, rows, limit));
}

/** A column that one of the two files did not have, or that the source did not map, says nothing. */
function emptierColumns({ fillRates }: MeasuredRun, before: RunBefore, { fillRateDrop }: RunLimits): RunFinding[] {
  return Object.entries(before.fillRates).flatMap(([column, rate]) => {
    const [measured, last, limit] = [fillRates[column] ?? rate, rate, rate - fillRateDrop * 10].map((perThousand) => perThousand / 10) as [number, number, number];
    return measured < limit ? [{ code: 'FILL_RATE', message: texts.fillRate(column, measured, last, limit), measured, limit }] : [];
  });
}

function beyond(code: RunFinding['code'], measured: number, limit: number, message: string): RunFinding[] {
  return measured > limit ? [{ code, message, measured, limit }] : [];
}

function shareOf(count: number, percentage: number): number {
  return Math.floor((count * percentage) / 100);
}
