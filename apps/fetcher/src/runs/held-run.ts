import { RunHeld, type FileCounts, type HeldRunDecision, type RunFinding } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { dropVanishedRows } from '../staging/staged-row.js';
import { endAndTell } from './end-run.js';
import { LeaseLost, type Claim } from './run-claim.js';
import { runOrigin } from './run-origin.js';
import { runProblems } from './run-problems.js';
import type { RunDecision, RunRow } from './run-row.js';
import { longestRun, lockRun } from './run-store.js';

/**
 * Lays a run aside until a person has decided, and tells so: nothing of it has left (R8).
 * @throws LeaseLost
 */
export async function layAside({ sql, emit }: UnitOfWork, run: RunRow, findings: readonly [RunFinding, ...RunFinding[]], counts: FileCounts): Promise<void> {
  const [{ code }] = findings;
  const message = findings.map((finding) => finding.message).join(' ');
  await storeHeld(sql, run, { code, message, findings });
  const { import_id: importId, source_id: sourceId, number: runNumber } = run;
  const startedAt = new Date(run.started_at).toISOString();
  emit(RunHeld, { importId, sourceId, runNumber, startedAt, code, message, findings: [...findings], counts }, { subject: sourceId, origin: runOrigin(run) });
}

/** The claim is given up as in a handover: whoever worked at the run has nothing to do with it any more. */
async function storeHeld(sql: Sql, claim: Claim, { code, message, findings }: { code: string; message: string; findings: readonly RunFinding[] }): Promise<void> {
  const held = await sql.run(
    `UPDATE run SET state = 'HELD', phase = NULL, findings = $3, problem_code = $4, problem_message = $5,
       fence = fence + 1, lease_owner = NULL, lease_until = NULL
     WHERE id = $1 AND fence = $2 AND state = 'RUNNING'`,
    [claim.id, claim.fence, JSON.stringify(findings), code, message],
  );
  if (held === 0) throw new LeaseLost(`Run ${claim.id} is no longer ours`);
}

/** Carries out what a person decided on a held run, which the transaction has locked. @returns the run as it is then */
export async function carryOut(unit: UnitOfWork, run: RunRow, decision: RunDecision, now: Date): Promise<RunRow> {
  const { sql } = unit;
  await sql.run('UPDATE run SET decision = $2 WHERE id = $1', [run.id, JSON.stringify(decision)]);
  if (decision.decision === 'REFUSE') await endAndTell(unit, run, runProblems.refusedBy(decision), now, ['HELD']);
  else await letGo(sql, run, decision.decision);
  const decided = await lockRun(sql, run.id);
  if (!decided) throw new Error(`Run ${run.id} is gone`);
  return decided;
}

/** Lets a run go on to sending, with all the time that sending may take. */
async function letGo(sql: Sql, run: RunRow, decision: Exclude<HeldRunDecision, 'REFUSE'>): Promise<void> {
  const withoutRemovals = decision === 'APPLY_WITHOUT_REMOVALS';
  if (withoutRemovals) await dropVanishedRows(sql, run.id);
  await sql.run(
    `UPDATE run SET state = 'RUNNING', phase = 'APPLYING', problem_code = NULL, problem_message = NULL, deadline = now() + $2::interval,
       to_send = (SELECT count(*) FROM staged_row WHERE run_id = $1), file_counts = $3
     WHERE id = $1`,
    [run.id, longestRun, JSON.stringify({ ...run.file_counts, ...(withoutRemovals && { vanished: 0 }) })],
  );
}

/**
 * Ends a held or stopped run that a newer file makes superfluous (RELIABILITY c5, 4).
 * @returns whether its source is free: not where the run was let through meanwhile
 */
export async function supersede(unit: UnitOfWork, runId: string, now: Date): Promise<boolean> {
  const run = await lockRun(unit.sql, runId);
  if (run?.state === 'HELD') await endAndTell(unit, run, runProblems.superseded, now, ['HELD']);
  if (run?.state === 'STOPPED') await endAndTell(unit, run, runProblems.supersededWhileStopped, now, ['STOPPED']);
  return run?.state !== 'RUNNING';
}
