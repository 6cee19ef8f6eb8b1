import type { UnitOfWork } from '@gids/messaging';
import { endAndTell } from './end-run.js';
import { runProblems } from './run-problems.js';
import { lockOpenRuns } from './run-store.js';

/**
 * Forgets what an import brought, so that its next run brings everything as new (R97). A run that has compared its file
 * with what is now gone is ended; one whose file is still coming has not, and goes on. What was erased stays erased (N37).
 */
export async function cleanUpImport(unit: UnitOfWork, importId: string, now: Date): Promise<void> {
  const { sql } = unit;
  const open = await lockOpenRuns(sql, { importId });
  const compared = open.filter(({ state, phase }) => state === 'HELD' || phase === 'CHECKING' || phase === 'APPLYING');
  for (const run of compared) await endAndTell(unit, run, runProblems.cleanedUp, now, ['PLANNED', 'RUNNING', 'HELD', 'STOPPED']);
  await sql.run("UPDATE run SET cleaned_up = true WHERE import_id = $1 AND phase IS DISTINCT FROM 'FETCHING'", [importId]);
  await sql.run('DELETE FROM source_record WHERE NOT suppressed AND source_id IN (SELECT source_id FROM run WHERE import_id = $1)', [importId]);
}
