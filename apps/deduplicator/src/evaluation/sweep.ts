import type { Sql } from '@gids/persistence';
import { findCandidates } from '../state/match-keys.js';
import type { StaleCause } from '../state/stale-records.js';
import { lockSource, settle, type Evaluator } from './evaluator.js';
import { findUntold, tell, type Told } from './tell.js';

/** Records in hand at a time, so that memory does not depend on the size of a source. */
const batchSize = 1_000;

/**
 * Evaluates every present record of a source again, with the statistics as they are now: first all are compared, then
 * each is seen beside its rivals (R39, A10). The rows are locked before candidates are looked for: what a run brings
 * meanwhile waits, and is compared by itself.
 * @param onChanged gets each record of which something else is to be told
 * @returns how many there were
 */
export async function sweepSource(sql: Sql, evaluator: Evaluator, sourceId: string, cause: StaleCause, onChanged: (told: Told) => void): Promise<number> {
  const all = await lockSource(sql, sourceId);
  const touched = new Set<string>();
  for (const ids of batches(all)) {
    for (const partner of await evaluator.rescore(sql, ids, await findCandidates(sql, ids), 'free')) touched.add(partner);
  }
  await settle(sql, all, touched, cause);
  await markSeen(sql, all);
  let changed = 0;
  for (const ids of batches(await findUntold(sql, all))) {
    for (const told of (await tell(sql, ids)).filter((one) => one.changed)) {
      changed += 1;
      onChanged(told);
    }
  }
  return changed;
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, at) => ids.slice(at * batchSize, (at + 1) * batchSize));
}

/** Once a day is enough to know since when a pair is no longer found. */
async function markSeen(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run(`UPDATE pair SET last_seen = now() WHERE imported_id = ANY($1::bigint[]) AND last_seen < now() - interval '1 day'`, [ids]);
}
