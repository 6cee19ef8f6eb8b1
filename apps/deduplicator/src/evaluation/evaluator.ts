import type { Sql } from '@gids/persistence';
import { Injectable } from '@nestjs/common';
import { findCandidates } from '../state/match-keys.js';
import { findUnsettled, settlePairs, type TouchedPartners } from '../state/pairs.js';
import { addUnsettled, type StaleCause } from '../state/stale-records.js';
import { StatisticsReader } from '../state/statistics.js';
import { rescore, type Comparing, type ManagedLock } from './rescore.js';
import { tell, type Told } from './tell.js';

/** What to evaluate: compared again, or only seen anew from the pairs that are stored. */
export interface Assignment {
  readonly rescore: readonly string[];
  readonly retell: readonly string[];
}

/**
 * Evaluates imported organisations: the one way in which duplicates come about, whatever made it necessary, so that a
 * run, an edit and a sweep come to the same (R39). Rows are locked in the order of their keys, imported before managed:
 * two evaluations of one record follow each other, and none waits in a circle.
 */
@Injectable()
export class Evaluator {
  private readonly statistics = new StatisticsReader();

  /**
   * @param lock `free` where a sweep follows, which sees all beside their rivals: then neighbours need not wait for each other
   * @returns what is to be told of each, in the order of their keys; neighbours that are to be seen anew are noted as stale
   */
  async evaluate(sql: Sql, assignment: Assignment, cause: StaleCause, lock: ManagedLock = 'locked'): Promise<Told[]> {
    const ids = [...new Set([...assignment.rescore, ...assignment.retell])];
    await lockImported(sql, ids);
    const candidates = await findCandidates(sql, assignment.rescore);
    const touched = await this.rescore(sql, assignment.rescore, candidates, lock);
    await settle(sql, ids, touched, cause);
    return tell(sql, ids, candidates);
  }

  /** Compares records of which the caller has locked the rows, and settles nothing yet. */
  async rescore(sql: Sql, ids: readonly string[], candidates: Comparing['candidates'], lock: ManagedLock): Promise<TouchedPartners> {
    return rescore(sql, ids, { statistics: await this.statistics.read(sql), lock, candidates });
  }
}

/**
 * Locks the rows of imported organisations, in the order in which everybody does. What follows is many short statements
 * on long lists: compiling them takes longer than running them.
 */
export async function lockImported(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run("SELECT set_config('jit', 'off', true)");
  await sql.run('SELECT FROM imported_organisation WHERE id = ANY($1::bigint[]) ORDER BY source_id, record_id FOR UPDATE', [ids]);
}

/** Sees the pairs of these beside their rivals; others that share a partner with them are left to whoever takes stale ones. */
async function settle(sql: Sql, ids: readonly string[], touched: TouchedPartners, cause: StaleCause): Promise<void> {
  await settlePairs(sql, ids);
  await addUnsettled(sql, await findUnsettled(sql, touched, ids), cause);
}
