import type { FileCounts } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import type { FillRates } from '../judging/fill-rates.js';
import { judgeRun, type Judgement, type MeasuredRun, type RunBefore } from '../judging/judge-run.js';
import { limitsOf } from '../judging/run-limits.js';
import type { FileFacts } from '../reading/file-facts.js';
import { FileRefused } from '../reading/file-refused.js';
import { countPresent } from '../staging/source-records.js';
import { countStaged, fileCountsOf, type StageTotals } from '../staging/stage-totals.js';
import { layAside } from './held-run.js';
import type { Phase } from './phase.js';
import { handOver, holdRun, updateRun } from './run-claim.js';
import { runOrigin } from './run-origin.js';
import type { RunRow } from './run-row.js';
import { findRunToMeasureBy } from './run-store.js';

/** What was found while a file was read and its difference staged. */
export interface StagedFile {
  readonly rows: number;
  readonly badRows: number;
  /** Records whose hash differs from what was sent. */
  readonly altered: number;
  readonly fillRates: FillRates;
  /** Remarks that stop nothing. */
  readonly notes: readonly string[];
}

/** What a file turned out to be. */
interface Verdict {
  readonly counts: FileCounts;
  readonly fillRates: FillRates;
  readonly notes: readonly string[];
  readonly judgement: Exclude<Judgement, { kind: 'refuse' }>;
}

/**
 * Ends the check of a file: the run goes on to sending, or waits for a person (R8). Counted, judged and stored in one
 * transaction, so that the counts are those of what is staged.
 * @param found what was staged, or the run in force that had the same file: such a one is never held
 * @throws FileRefused where the file is too unlike the last one for a person to let it through
 */
export async function concludeCheck(phase: Phase, facts: FileFacts, found: StagedFile | { readonly sameAs: RunRow }): Promise<void> {
  const { transactions, run } = phase;
  await transactions.run(runOrigin(run), async (unit) => {
    await holdRun(unit.sql, run);
    const verdict = 'sameAs' in found ? unchangedFrom(found.sameAs) : await judge(unit.sql, phase, found);
    await store(unit, phase, facts, verdict);
  });
}

async function judge(sql: Sql, { run, source }: Phase, found: StagedFile): Promise<Verdict> {
  const totals = await countStaged(sql, run.id);
  const last = await findRunToMeasureBy(sql, source.id);
  const before = last && (await beforeOf(sql, last));
  const sameMapping = last?.mapping_version === source.mappingVersion;
  const judgement = judgeRun(measured(found, totals, sameMapping), before, limitsOf(source));
  if (judgement.kind === 'refuse') {
    const { code, message, measured: rows, limit } = judgement.finding;
    throw new FileRefused(code, message, { rows, limit });
  }
  return { counts: fileCountsOf(found.rows, totals), fillRates: found.fillRates, notes: found.notes, judgement };
}

async function beforeOf(sql: Sql, { source_id, file_counts, fill_rates }: RunRow): Promise<RunBefore> {
  return { rows: file_counts?.read ?? 0, records: await countPresent(sql, source_id), fillRates: fill_rates ?? {} };
}

/**
 * A new mapping makes every row a changed one without the source having changed anything, and from the hash nobody can
 * tell which did: it must not look like a file that was rewritten. A run that sends all again is measured by what differs.
 */
function measured({ rows, badRows, altered, fillRates }: StagedFile, totals: StageTotals, sameMapping: boolean): MeasuredRun {
  const { vanished, renumbered, hidden } = totals;
  return { rows, badRows, fillRates, vanished: vanished - renumbered, hidden, changed: sameMapping ? altered : 0 };
}

async function store(unit: UnitOfWork, { run, source }: Phase, facts: FileFacts, { counts, fillRates, notes, judgement }: Verdict): Promise<void> {
  const { sql } = unit;
  await updateRun(
    sql,
    run,
    `sha256 = $4, mapping_version = $5, bytes_read = $6, bytes_total = $6, rows_read = $7, file_counts = $8, fill_rates = $9, notes = $10,
       to_send = (SELECT count(*) FROM staged_row WHERE run_id = $1)`,
    [facts.sha256, source.mappingVersion, facts.bytes, counts.read, ...[counts, fillRates, notes].map((json) => JSON.stringify(json))],
  );
  if (judgement.kind === 'hold') await layAside(unit, run, judgement.findings, counts);
  else await handOver(sql, run, 'APPLYING');
}

/** The rows that were rejected last time are the same ones again; they were reported then. */
function unchangedFrom({ file_counts: before, fill_rates: fillRates }: RunRow): Verdict {
  const { read = 0, rejected = 0 } = before ?? {};
  const counts = { read, added: 0, changed: 0, unchanged: read - rejected, vanished: 0, rejected };
  const notes = ['Hetzelfde bestand als de vorige keer: er is niets te doen.'];
  return { counts, fillRates: fillRates ?? {}, notes, judgement: { kind: 'apply' } };
}
