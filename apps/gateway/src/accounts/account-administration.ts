import { Transactions, type Origin, type UnitOfWork } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { AccountChange, AccountView } from '../api/account.js';
import { problems } from '../http/problems.js';
import { hashPassword } from '../sign-in/password-hash.js';
import { createSecret } from '../sign-in/secret.js';
import { listAccountRows, readAccount, type AccountFilter } from './account-rows.js';
import { assertAdministratorStays } from './last-administrator.js';
import { isNameInUse } from './names-in-use.js';
import { tellOfChange, tellOfPerson } from './person-telling.js';

/** What a systeembeheerder tells of a new person. */
export interface NewAccount {
  readonly name: string;
  readonly email: string | null;
  readonly displayName: string | null;
  readonly systemAdministrator: boolean;
}

/** The accounts as a systeembeheerder keeps them; every change is told to the other services in its own transaction. */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
  ) {}

  list(filter: AccountFilter, limit: number, offset: number): Promise<{ items: AccountView[]; total: number }> {
    return listAccountRows(this.sql(), filter, limit, offset);
  }

  /** @throws HttpProblem 404 */
  show(name: string): Promise<AccountView> {
    return existing(this.sql(), name);
  }

  /**
   * Makes an account with a password for one time.
   * @returns the account and the password, which is stored nowhere
   * @throws HttpProblem 409 where the name is taken
   */
  async create({ name, email, displayName, systemAdministrator }: NewAccount, origin: Origin): Promise<{ account: AccountView; password: string }> {
    const password = createSecret();
    const hash = await hashPassword(password);
    const account = await this.transactions.run(origin, async (unit) => {
      const id = uuidv7();
      const made = (await isNameInUse(unit.sql, name)) ? 0 : await unit.sql.run(
        `INSERT INTO account (id, name, email, display_name, system_administrator, must_change_password, password_hash, created_at)
         VALUES ($1, $2, $3, $4, $5, true, $6, $7) ON CONFLICT (name) DO NOTHING`,
        [id, name, email, displayName, systemAdministrator, hash, this.transactions.now()],
      );
      if (made === 0) throw problems.conflict(`De naam "${name}" is al in gebruik. Kies een andere.`, 'naamInGebruik');
      await tellOfPerson(unit, id);
      return existing(unit.sql, name);
    });
    return { account, password };
  }

  /**
   * Changes what is given and leaves the rest; blocking ends the person's sessions at once.
   * @param seen the version that the change is based on
   * @throws HttpProblem 404, 412, or 409 where no systeembeheerder would be left
   */
  change(name: string, seen: number, change: AccountChange, origin: Origin): Promise<AccountView> {
    return this.transactions.run(origin, async (unit) => {
      const administrators = await lockActiveAdministrators(unit.sql);
      const id = await lockAccount(unit.sql, name, seen);
      assertAdministratorStays(administrators, name, change);
      await this.write(unit, id, change);
      await tellOfChange(unit, id);
      return existing(unit.sql, name);
    });
  }

  private async write({ sql }: UnitOfWork, id: string, { email, weergavenaam, systeembeheerder, geblokkeerd }: AccountChange): Promise<void> {
    await sql.run(
      `UPDATE account SET
         email = CASE WHEN $2 THEN $3 ELSE email END, display_name = CASE WHEN $4 THEN $5 ELSE display_name END,
         system_administrator = coalesce($6, system_administrator),
         blocked_at = CASE WHEN $7::boolean THEN coalesce(blocked_at, $8::timestamptz) WHEN NOT $7 THEN NULL ELSE blocked_at END
       WHERE id = $1`,
      [id, email !== undefined, email, weergavenaam !== undefined, weergavenaam, systeembeheerder, geblokkeerd, this.transactions.now()],
    );
    if (geblokkeerd) await sql.run('DELETE FROM session WHERE account_id = $1', [id]);
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}

async function existing(sql: Sql, name: string): Promise<AccountView> {
  const account = await readAccount(sql, name);
  if (!account) throw problems.notFound(`Het account "${name}"`);
  return account;
}

/** Locked in one order, so that two systeembeheerders who remove each other wait for one another. */
async function lockActiveAdministrators(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ name: string }>('SELECT name FROM account WHERE system_administrator AND blocked_at IS NULL ORDER BY id FOR UPDATE');
  return rows.map(({ name }) => name);
}

async function lockAccount(sql: Sql, name: string, seen: number): Promise<string> {
  const [row] = await sql.all<{ id: string; version: number }>('SELECT id, version FROM account WHERE name = $1 FOR UPDATE', [name]);
  if (!row) throw problems.notFound(`Het account "${name}"`);
  if (row.version !== seen) throw problems.changedMeanwhile(`Het account "${name}"`);
  return row.id;
}
