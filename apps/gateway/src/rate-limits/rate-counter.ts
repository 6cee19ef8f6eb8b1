import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { hashOf } from '../sign-in/secret.js';

/** How often something may be done within a span of time. */
export interface Rate {
  readonly times: number;
  /** Milliseconds. */
  readonly within: number;
}

/** Counts what is done too often, in the database: so that all replicas count together (RELIABILITY e22). */
@Injectable()
export class RateCounter {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Counts one time.
   * @param subject what is counted; only its hash is kept (N38)
   * @returns seconds to wait where this is one time too many; undefined where it may go on
   */
  async take(subject: readonly string[], { times, within }: Rate): Promise<number | undefined> {
    const now = this.clock();
    const [row] = await this.sql().all<{ taken: number; ends_at: string }>(
      `INSERT INTO rate_count AS known (key, ends_at, taken) VALUES ($1, $2, 1)
       ON CONFLICT (key) DO UPDATE SET
         taken = CASE WHEN known.ends_at <= $3 THEN 1 ELSE known.taken + 1 END,
         ends_at = CASE WHEN known.ends_at <= $3 THEN $2 ELSE known.ends_at END
       RETURNING taken, ends_at`,
      [keyOf(subject), new Date(now.getTime() + within), now],
    );
    if (!row || row.taken <= times) return undefined;
    return Math.max(1, Math.ceil((new Date(row.ends_at).getTime() - now.getTime()) / 1_000));
  }

  /** Starts counting anew. */
  async forget(subject: readonly string[]): Promise<void> {
    await this.sql().run('DELETE FROM rate_count WHERE key = $1', [keyOf(subject)]);
  }

  /** Forgets what no longer counts. */
  async purge(): Promise<void> {
    await this.sql().run('DELETE FROM rate_count WHERE ends_at <= $1', [this.clock()]);
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}

function keyOf(subject: readonly string[]): string {
  return hashOf(JSON.stringify(subject));
}
