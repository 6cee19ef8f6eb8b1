import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Account } from './accounts.js';
import type { AccountCaller } from './caller.js';
import { createSecret, hashOf } from './secret.js';

const minute = 60_000;
/** A session ends after this time, and sooner when it is not used (RELIABILITY e7). */
const longestMs = 12 * 60 * minute;
const idleMs = 30 * minute;
/** The last use is written at most this often. */
const touchMs = minute;

interface SessionRow {
  name: string;
  system_administrator: boolean;
  must_change_password: boolean;
  import_rights: string[];
  expires_at: string;
  last_used_at: string;
}

/** Sessions of people; only the hash of a token is kept. */
@Injectable()
export class Sessions {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the new session's token, which is not stored anywhere */
  async open({ id }: Pick<Account, 'id'>): Promise<string> {
    const token = createSecret();
    const now = this.clock();
    await this.sql().run(
      'INSERT INTO session (token_hash, account_id, created_at, last_used_at, expires_at) VALUES ($1, $2, $3, $3, $4)',
      [hashOf(token), id, now, new Date(now.getTime() + longestMs)],
    );
    return token;
  }

  /**
   * Rights are read here, with every request: what is given or taken counts at the next one (R78, RELIABILITY e3).
   * @returns whose session this is, or undefined where it ended, never was, or is of somebody who is blocked
   */
  async find(token: string): Promise<AccountCaller | undefined> {
    const session = hashOf(token);
    const now = this.clock();
    const [row] = await this.sql().all<SessionRow>(
      `SELECT account.name, account.system_administrator, account.must_change_password, session.expires_at, session.last_used_at,
         ARRAY(SELECT import_id FROM import_right WHERE account_id = account.id ORDER BY import_id) AS import_rights
       FROM session JOIN account ON account.id = session.account_id
       WHERE token_hash = $1 AND expires_at > $2 AND last_used_at > $3 AND account.blocked_at IS NULL`,
      [session, now, new Date(now.getTime() - idleMs)],
    );
    if (!row) return undefined;
    if (now.getTime() - new Date(row.last_used_at).getTime() > touchMs) {
      await this.sql().run('UPDATE session SET last_used_at = $2 WHERE token_hash = $1', [session, now]);
    }
    return toCaller(row, session);
  }

  /** @param session hash of the session's token */
  async close(session: string): Promise<void> {
    await this.sql().run('DELETE FROM session WHERE token_hash = $1', [session]);
  }

  /** Forgets the sessions that ended. */
  async purge(): Promise<void> {
    const now = this.clock();
    await this.sql().run('DELETE FROM session WHERE expires_at <= $1 OR last_used_at <= $2', [now, new Date(now.getTime() - idleMs)]);
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}

function toCaller(row: SessionRow, session: string): AccountCaller {
  return {
    kind: 'account',
    name: row.name,
    systemAdministrator: row.system_administrator,
    importRights: row.import_rights,
    mustChangePassword: row.must_change_password,
    session,
    expiresAt: new Date(row.expires_at),
  };
}
