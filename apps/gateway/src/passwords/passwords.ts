import { inTransaction, sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hashPassword } from '../sign-in/password-hash.js';

/** Passwords that people choose themselves, and the end of sessions. */
@Injectable()
export class Passwords {
  constructor(private readonly orm: MikroORM) {}

  /**
   * Gives an account another password and ends all its sessions but one. What other services know of a person stays the same.
   * @param session hash of the token of the session that goes on
   */
  async change(accountId: string, password: string, session: string): Promise<void> {
    const hash = await hashPassword(password);
    await inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      // The version counts: a change of the account that was begun before this one is refused.
      await sql.run(
        'UPDATE account SET password_hash = $2, must_change_password = false, version = version + 1, told_version = told_version + 1 WHERE id = $1',
        [accountId, hash],
      );
      await sql.run('DELETE FROM session WHERE account_id = $1 AND token_hash <> $2', [accountId, session]);
    });
  }

  /** Ends all sessions of an account (RELIABILITY e7). @returns whether there is such an account */
  async signOut(name: string): Promise<boolean> {
    return inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      const [account] = await sql.all<{ id: string }>('SELECT id FROM account WHERE name = $1', [name]);
      if (account) await sql.run('DELETE FROM session WHERE account_id = $1', [account.id]);
      return account !== undefined;
    });
  }
}
