import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../api/session.js';
import type { Account } from './accounts.js';
import { rightsOf, type AccountCaller } from './caller.js';
import { createSecret, hashOf } from './secret.js';

const minute = 60_000;
/** A session ends after this time, and sooner when it is not used (RELIABILITY e7). */
const longestMs = 12 * 60 * minute;
const idleMs = 30 * minute;
/** The last use is written at most this often. */
const touchMs = minute;

interface SessionRow {
  name: string;
  role: Role;
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

  /** @returns the new session's token, which is not stored anywhere, and when it ends at the latest */
  async open(account: Account): Promise<{ token: string; expiresAt: Date }> {
    const token = createSecret();
    const now = this.clock();
    const expiresAt = new Date(now.getTime() + longestMs);
    await this.sql().run(
      'INSERT INTO session (token_hash, account_id, created_at, last_used_at, expires_at) VALUES ($1, $2, $3, $3, $4)',
      [hashOf(token), account.id, now, expiresAt],
    );
    return { token, expiresAt };
  }

  /** @returns whose session this is, or undefined where it ended or never was */
  async find(token: string): Promise<AccountCaller | undefined> {
    const session = hashOf(token);
    const now = this.clock();
    const [row] = await this.sql().all<SessionRow>(
      `SELECT account.name, account.role, session.expires_at, session.last_used_at
       FROM session JOIN account ON account.id = session.account_id
       WHERE token_hash = $1 AND expires_at > $2 AND last_used_at > $3`,
      [session, now, new Date(now.getTime() - idleMs)],
    );
    if (!row) return undefined;
    if (now.getTime() - new Date(row.last_used_at).getTime() > touchMs) {
      await this.sql().run('UPDATE session SET last_used_at = $2 WHERE token_hash = $1', [session, now]);
    }
    return { kind: 'account', name: row.name, ...rightsOf(row.role), session, expiresAt: new Date(row.expires_at) };
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
