import type { RunPhase } from '@gids/contracts';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { RunRow } from './run-row.js';

/** How long a worker may be silent before another one takes over. */
const leaseSeconds = 15;

/** Another worker has taken over the run, or it has ended: whatever this one still does must not count. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** A claim on a run, by its fencing number. */
export type Claim = Pick<RunRow, 'id' | 'fence'>;

/** Claims the oldest run in one of these phases that has work to do and nobody at it: planned pulls, files that are in, rows to send. */
export async function claimRun(sql: Sql, owner: string, phases: readonly RunPhase[]): Promise<RunRow | undefined> {
  const [run] = await sql.all<RunRow>(
    `UPDATE run SET lease_owner = $1, lease_until = now() + make_interval(secs => $2), fence = fence + 1, state = 'RUNNING'
     WHERE id = (
       SELECT id FROM run
       WHERE state IN ('PLANNED', 'RUNNING') AND (lease_until IS NULL OR lease_until < now())
         AND phase = ANY($3::text[]) AND (phase <> 'FETCHING' OR transport = 'PULL')
       ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING *`,
    [owner, leaseSeconds, phases],
  );
  return run;
}

/**
 * Changes a run under its claim and renews the lease.
 * @param assignments SQL of the SET clause; its parameters count from $4
 * @throws LeaseLost
 */
export async function updateRun(sql: Sql, claim: Claim, assignments: string, parameters: readonly unknown[] = []): Promise<RunRow> {
  const [run] = await sql.all<RunRow>(
    `UPDATE run SET lease_until = now() + make_interval(secs => $3), ${assignments}
     WHERE id = $1 AND fence = $2 AND state = 'RUNNING' RETURNING *`,
    [claim.id, claim.fence, leaseSeconds, ...parameters],
  );
  if (!run) throw new LeaseLost(`Run ${claim.id} is no longer ours`);
  return run;
}

/** Renews the lease. @throws LeaseLost */
export async function renewLease(sql: Sql, claim: Claim): Promise<void> {
  await updateRun(sql, claim, 'phase = phase');
}

/**
 * Keeps a run ours until the transaction ends. A worker that freezes meanwhile would keep everybody else from the
 * run for as long as its connection lives: the server cuts it off when its lease is over.
 * @throws LeaseLost
 */
export async function holdRun(sql: Sql, claim: Claim): Promise<void> {
  await sql.run(`SET LOCAL idle_in_transaction_session_timeout = '${leaseSeconds}s'`);
  await renewLease(sql, claim);
}

/**
 * Writes for a run, in a transaction that holds it: a worker that was overtaken changes nothing, however late it wakes up.
 * @throws LeaseLost
 */
export async function underClaim<Result>(orm: MikroORM, claim: Claim, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  return inTransaction(orm, async (em) => {
    const sql = sqlOf(em);
    await holdRun(sql, claim);
    return work(sql);
  });
}

/**
 * Gives the claim up, so that the run may be taken on at once by anybody, in this phase. The fencing number moves on:
 * a heartbeat that is still under way must not make the run look taken.
 * @throws LeaseLost
 */
export async function handOver(sql: Sql, claim: Claim, phase: RunPhase): Promise<void> {
  const given = await sql.run(
    `UPDATE run SET phase = $3, fence = fence + 1, lease_owner = NULL, lease_until = NULL WHERE id = $1 AND fence = $2 AND state = 'RUNNING'`,
    [claim.id, claim.fence, phase],
  );
  if (given === 0) throw new LeaseLost(`Run ${claim.id} is no longer ours`);
}
