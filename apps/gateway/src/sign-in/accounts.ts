import { sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from './password-hash.js';

/** A person who proved to be who he says. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

type AccountRow = Account & { password_hash: string | null };

/** Compared where there is no such account, so that the answer takes as long. */
const hashOfNobody = hashPassword('');

/** People who can sign in. */
@Injectable()
export class Accounts {
  constructor(private readonly orm: MikroORM) {}

  /** @returns the account, or undefined where name or password is wrong or the account is blocked: the answer does not tell which */
  async verify(name: string, password: string): Promise<Account | undefined> {
    const [row] = await this.sql().all<AccountRow>('SELECT id, name, password_hash FROM account WHERE name = $1 AND blocked_at IS NULL', [name]);
    const matches = await verifyPassword(password, row?.password_hash ?? (await hashOfNobody));
    return row?.password_hash && matches ? { id: row.id, name: row.name } : undefined;
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
