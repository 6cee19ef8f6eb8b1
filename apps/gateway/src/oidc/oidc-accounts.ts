import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Account } from '../sign-in/accounts.js';
import type { OidcIdentity } from './oidc-client.js';

type FoundAccount = Account & { blocked: boolean };

/** Accounts of people who sign in at a provider; only a systeembeheerder makes one (R79). */
@Injectable()
export class OidcAccounts {
  constructor(private readonly orm: MikroORM) {}

  /**
   * Finds the account of somebody. The first time that is by the address that the provider checked; from then on by the
   * provider's own name for the person, which stays the same when the address goes to another.
   * @returns undefined where there is none, where it is blocked, or where two have the address
   */
  async find({ issuer, subject, verifiedEmail }: OidcIdentity): Promise<Account | undefined> {
    const known = JSON.stringify([issuer, subject]);
    return inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      const account = (await findBySubject(sql, known)) ?? (verifiedEmail === undefined ? undefined : await tieByAddress(sql, known, verifiedEmail));
      return account && !account.blocked ? { id: account.id, name: account.name } : undefined;
    });
  }
}

async function findBySubject(sql: Sql, subject: string): Promise<FoundAccount | undefined> {
  const [account] = await sql.all<FoundAccount>('SELECT id, name, blocked_at IS NOT NULL AS blocked FROM account WHERE subject = $1', [subject]);
  return account;
}

/** An account that is somebody's already is not given to another with the same address. */
async function tieByAddress(sql: Sql, subject: string, email: string): Promise<FoundAccount | undefined> {
  const accounts = await sql.all<FoundAccount & { subject: string | null }>(
    'SELECT id, name, subject, blocked_at IS NOT NULL AS blocked FROM account WHERE lower(email) = lower($1) ORDER BY id FOR UPDATE',
    [email],
  );
  const [account, ...others] = accounts;
  if (!account || others.length > 0 || account.subject !== null) return undefined;
  await sql.run('UPDATE account SET subject = $2 WHERE id = $1', [account.id, subject]);
  return account;
}
