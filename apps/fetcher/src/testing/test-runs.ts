import type { Sql } from '@gids/persistence';
import { v7 as uuidv7 } from 'uuid';
import { insertRun } from '../runs/run-store.js';

/** Columns of a run that a test sets by hand. */
export interface RunColumns {
  readonly state?: string;
  readonly phase?: string | null;
  readonly sent?: number;
  readonly sha256?: string;
  readonly decision?: string;
  readonly cleaned_up?: boolean;
}

/** Plans a run and puts it into the state that a test starts from. @returns its id */
export async function putRun(sql: Sql, { sourceId = 'duo-po', transport = 'PULL' as 'PULL' | 'PUSH', ...columns }: RunColumns & { sourceId?: string; transport?: 'PULL' | 'PUSH' } = {}): Promise<string> {
  const runId = uuidv7();
  await insertRun(sql, { runId, sourceId, transport, full: false, requestedBy: 'test' }, 'duo', new Date());
  for (const [name, value] of Object.entries(columns)) await sql.run(`UPDATE run SET ${name} = $2 WHERE id = $1`, [runId, value]);
  return runId;
}

/** As if the worker at a run had been silent for too long. */
export async function expireLease(sql: Sql, runId: string): Promise<void> {
  await sql.run("UPDATE run SET lease_until = now() - interval '1 second' WHERE id = $1", [runId]);
}
