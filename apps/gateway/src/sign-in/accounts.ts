import { inTransaction, sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../api/session.js';
import { hashPassword, verifyPassword } from './password-hash.js';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

type AccountRow = Account & { password_hash: string };

/** Compared where there is no such account, so that the answer takes as long. */
const hashOfNobody = hashPassword('');

/** People who can sign in with a password. */
@Injectable()
export class Accounts {
  constructor(private readonly orm: MikroORM) {}

  /** @returns the account, or undefined where name or password is wrong: the answer does not tell which */
  async verify(name: string, password: string): Promise<Account | undefined> {
    const [row] = await this.sql().all<AccountRow>('SELECT id, name, role, password_hash FROM account WHERE name = $1', [name]);
    const matches = await verifyPassword(password, row?.password_hash ?? (await hashOfNobody));
    return row && matches ? { id: row.id, name: row.name, role: row.role } : undefined;
  }

  /**
   * Makes an account where there is none at all yet.
   * @returns whether it was made
   */
  async createFirst(name: string, password: string, role: Role): Promise<boolean> {
    const hash = await hashPassword(password);
    return inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      await sql.run('LOCK TABLE account IN EXCLUSIVE MODE');
      const made = await sql.run(
        'INSERT INTO account (id, name, role, password_hash) SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM account)',
        [uuidv7(), name, role, hash],
      );
      return made === 1;
    });
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
