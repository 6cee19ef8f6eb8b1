import type { Contract, ControlTerm, Management } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** Who answers for what an import brings: its import managers, whoever they are (R10). */
export const importAccountManager = 'Importbeheerder';

/** A contract as it is stored. */
export interface ContractRow {
  parent_gids_id: string | null;
  account_manager: string;
  control_term: number | null;
  notify_editors: boolean;
  checked_at: string | null;
}

/** An organisation under which another is to stand. */
export interface Parent {
  readonly gidsId: number;
  readonly name: string;
  readonly management: Management;
}

/** Lets one command at a time change who stands under whom: what it saw of the hierarchy holds until it commits. */
export async function lockHierarchy(sql: Sql): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended('hierarchy', 0))");
}

/** The organisation under which another is to stand; undefined where none was named or it does not exist. */
export async function findParent(sql: Sql, gidsId: number | undefined): Promise<Parent | undefined> {
  if (gidsId === undefined) return undefined;
  const [row] = await sql.all<{ name: string; management: Management }>('SELECT name, management FROM organisation WHERE gids_id = $1', [gidsId]);
  return row && { gidsId, ...row };
}

/** The contract of an organisation that has one. */
export async function readContract(sql: Sql, gidsId: number): Promise<Contract> {
  const [row] = await sql.all<ContractRow>('SELECT parent_gids_id, account_manager, control_term, notify_editors, checked_at FROM contract WHERE gids_id = $1', [gidsId]);
  if (!row) throw new Error(`Organisation ${gidsId} has no contract`);
  return contractOf(row);
}

/** Whether an organisation is another one, or stands anywhere below it. */
export async function isAtOrBelow(sql: Sql, gidsId: number, ancestor: number): Promise<boolean> {
  const [found] = await sql.all<{ below: boolean }>(
    `WITH RECURSIVE path (gids_id) AS (
       SELECT $1::bigint UNION SELECT c.parent_gids_id FROM contract c JOIN path USING (gids_id) WHERE c.parent_gids_id IS NOT NULL)
     SELECT EXISTS (SELECT FROM path WHERE gids_id = $2) AS below`,
    [gidsId, ancestor],
  );
  return found?.below ?? false;
}

/** How many organisations stand directly below one. */
export async function countBelow(sql: Sql, gidsId: number): Promise<number> {
  const [count] = await sql.all<{ total: number }>('SELECT count(*)::int AS total FROM contract WHERE parent_gids_id = $1', [gidsId]);
  return count?.total ?? 0;
}

/** Writes the contract of a new organisation; entering the data counts as checking them (G16). */
export async function insertContract(sql: Sql, gidsId: number, contract: Contract, checkedAt: Date): Promise<void> {
  await sql.run(
    `INSERT INTO contract (gids_id, parent_gids_id, account_manager, control_term, notify_editors, checked_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [gidsId, ...valuesOf(contract), checkedAt],
  );
}

/** Writes what was agreed anew; the control date stays (G16). */
export async function updateContract(sql: Sql, gidsId: number, contract: Contract): Promise<void> {
  await sql.run(
    'UPDATE contract SET parent_gids_id = $2, account_manager = $3, control_term = $4, notify_editors = $5 WHERE gids_id = $1',
    [gidsId, ...valuesOf(contract)],
  );
}

/** The control term starts again (G16). */
export async function confirmContract(sql: Sql, gidsId: number, now: Date): Promise<void> {
  await sql.run('UPDATE contract SET checked_at = $2 WHERE gids_id = $1', [gidsId, now]);
}

/** Removes the contracts of organisations that are deleted. */
export async function removeContracts(sql: Sql, gidsIds: readonly number[]): Promise<void> {
  await sql.run('DELETE FROM contract WHERE gids_id = ANY($1::bigint[])', [gidsIds]);
}

/** @returns a stored contract as others see it */
export function contractOf(row: ContractRow): Contract {
  return {
    accountManager: row.account_manager,
    controlTerm: termOf(row.control_term),
    notifyEditorsOnImportedProductChanges: row.notify_editors,
    ...(row.parent_gids_id !== null && { parentGidsId: Number(row.parent_gids_id) }),
  };
}

/** @returns the control term of a number of weeks; no number is INFINITE (R94) */
export function termOf(weeks: number | null): ControlTerm {
  return weeks ?? 'INFINITE';
}

function valuesOf({ parentGidsId, accountManager, controlTerm, notifyEditorsOnImportedProductChanges }: Contract): unknown[] {
  return [parentGidsId, accountManager, controlTerm === 'INFINITE' ? null : controlTerm, notifyEditorsOnImportedProductChanges];
}
