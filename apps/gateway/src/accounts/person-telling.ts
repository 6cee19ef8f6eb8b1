import { PersonChanged } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';

interface PersonRow {
  name: string;
  version: number;
  email: string | null;
  active: boolean;
  system_administrator: boolean;
  import_rights: string[];
}

/** Counts a change of a person, or of the person's rights, and tells of it, in the transaction of that change. */
export async function tellOfChange(unit: UnitOfWork, accountId: string): Promise<void> {
  await unit.sql.run('UPDATE account SET version = version + 1 WHERE id = $1', [accountId]);
  await tellOfPerson(unit, accountId);
}

/** Tells the other services how a person is now, for they keep a copy, by the highest version. */
export async function tellOfPerson({ sql, emit }: UnitOfWork, accountId: string): Promise<void> {
  const [row] = await sql.all<PersonRow>(
    `UPDATE account SET told_version = version WHERE id = $1
     RETURNING name, version, email, blocked_at IS NULL AS active, system_administrator,
       ARRAY(SELECT import_id FROM import_right WHERE account_id = account.id ORDER BY import_id) AS import_rights`,
    [accountId],
  );
  if (!row) throw new Error(`There is no account ${accountId} to tell of`);
  const { name, version, email, active, system_administrator: systemAdministrator, import_rights: importRights } = row;
  emit(PersonChanged, { account: name, version, ...(email !== null && { email }), active, systemAdministrator, importRights }, { subject: name });
}

/**
 * Tells of the command line as somebody who can hold a role at an organisation. Its own rights go along with what it
 * asks; told as rights of a person they would make it a reader of messages.
 */
export async function tellOfCommandLine({ sql, emit }: UnitOfWork): Promise<void> {
  const untold = await sql.all<{ name: string }>('UPDATE machine_token SET told_at = now() WHERE told_at IS NULL RETURNING name');
  for (const name of new Set(untold.map((row) => row.name))) {
    emit(PersonChanged, { account: name, version: 1, active: true, systemAdministrator: false, importRights: [] }, { subject: name });
  }
}
