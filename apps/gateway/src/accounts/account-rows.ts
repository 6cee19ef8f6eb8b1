import type { Sql } from '@gids/persistence';
import type { AccountView } from '../api/account.js';

interface AccountRow {
  name: string;
  email: string | null;
  display_name: string | null;
  system_administrator: boolean;
  import_rights: string[];
  blocked: boolean;
  must_change_password: boolean;
  created_at: string;
  version: number;
}

const columns = `name, email, display_name, system_administrator, blocked_at IS NOT NULL AS blocked, must_change_password, created_at, version,
  ARRAY(SELECT import_id FROM import_right WHERE account_id = account.id ORDER BY import_id) AS import_rights`;

export interface AccountFilter {
  /** Part of name, display name or address, in whichever case. */
  readonly search?: string | undefined;
  readonly blocked?: boolean | undefined;
}

/** @returns an account, or undefined where there is none of this name */
export async function readAccount(sql: Sql, name: string): Promise<AccountView | undefined> {
  const [row] = await sql.all<AccountRow>(`SELECT ${columns} FROM account WHERE name = $1`, [name]);
  return row && toView(row);
}

/** @returns a part of the accounts that a filter keeps, by name, and how many it keeps */
export async function listAccountRows(sql: Sql, { search, blocked }: AccountFilter, limit: number, offset: number): Promise<{ items: AccountView[]; total: number }> {
  const kept = `($1::text IS NULL OR strpos(lower(concat_ws(' ', name, display_name, email)), lower($1)) > 0)
    AND ($2::boolean IS NULL OR (blocked_at IS NOT NULL) = $2)`;
  const [counted] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM account WHERE ${kept}`, [search, blocked]);
  const rows = await sql.all<AccountRow>(`SELECT ${columns} FROM account WHERE ${kept} ORDER BY name LIMIT $3 OFFSET $4`, [search, blocked, limit, offset]);
  return { items: rows.map(toView), total: counted?.total ?? 0 };
}

function toView(row: AccountRow): AccountView {
  return {
    name: row.name,
    email: row.email,
    displayName: row.display_name,
    systemAdministrator: row.system_administrator,
    importRights: row.import_rights,
    blocked: row.blocked,
    mustChangePassword: row.must_change_password,
    createdAt: new Date(row.created_at),
    version: row.version,
  };
}
