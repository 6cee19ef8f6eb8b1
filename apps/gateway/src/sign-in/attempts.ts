import { sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { problems } from '../http/problems.js';
import { hashOf } from './secret.js';

const windowMs = 60_000;
/** Tries in a minute for one account from one address, and for all accounts from one address (RELIABILITY e22). */
const limits = { account: 5, address: 30 };

/** Counts tries to sign in, in the database: so that all replicas count together. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts a try before the password is looked at. @throws HttpProblem 429 where there were too many */
  async count(name: string, address: string): Promise<void> {
    const sql = sqlOf(this.orm.em.fork());
    await this.countOne(sql, addressKey(address), limits.address);
    await this.countOne(sql, accountKey(name, address), limits.account);
  }

  /** Forgets the tries of somebody who got in. */
  async forget(name: string, address: string): Promise<void> {
    await sqlOf(this.orm.em.fork()).run('DELETE FROM sign_in_attempt WHERE key = $1', [accountKey(name, address)]);
  }

  /** Forgets tries of long ago. */
  async purge(): Promise<void> {
    const cutoff = new Date(this.clock().getTime() - windowMs);
    await sqlOf(this.orm.em.fork()).run('DELETE FROM sign_in_attempt WHERE window_started_at <= $1', [cutoff]);
  }

  private async countOne(sql: Sql, key: string, limit: number): Promise<void> {
    const now = this.clock();
    const [row] = await sql.all<{ attempts: number; window_started_at: string }>(
      `INSERT INTO sign_in_attempt AS known (key, window_started_at, attempts) VALUES ($1, $2, 1)
       ON CONFLICT (key) DO UPDATE SET
         attempts = CASE WHEN known.window_started_at <= $3 THEN 1 ELSE known.attempts + 1 END,
         window_started_at = CASE WHEN known.window_started_at <= $3 THEN $2 ELSE known.window_started_at END
       RETURNING attempts, window_started_at`,
      [key, now, new Date(now.getTime() - windowMs)],
    );
    if (!row || row.attempts <= limit) return;
    const waitMs = new Date(row.window_started_at).getTime() + windowMs - now.getTime();
    throw problems.tooManyAttempts(Math.max(1, Math.ceil(waitMs / 1_000)));
  }
}

/** Keys are hashes: who tried from where is nobody's business afterwards (N38). */
function accountKey(name: string, address: string): string {
  return hashOf(JSON.stringify([name, address]));
}

function addressKey(address: string): string {
  return hashOf(JSON.stringify([address]));
}
