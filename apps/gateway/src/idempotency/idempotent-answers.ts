import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';

/** Who asked what, under which key. */
export interface Repeatable {
  readonly caller: string;
  readonly key: string;
  /** Hash of everything that was asked. */
  readonly fingerprint: string;
}

/** An answer, to give once more. */
export interface StoredAnswer {
  readonly status: number;
  /** JSON; absent where there is no body. */
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is known of a key: nothing yet, an answer, something else that was asked with it, or a first time of which no answer is known. */
export type Claim = { kind: 'new' } | { kind: 'answered'; answer: StoredAnswer } | { kind: 'otherRequest' } | { kind: 'underWay' } | { kind: 'unfinished' };

interface AnswerRow {
  fingerprint: string;
  started_at: string;
  status: number | null;
  body: string | null;
  headers: Record<string, string> | null;
}

const dayMs = 24 * 60 * 60_000;
/** Longer than any request takes: what has no answer by then gets none any more. */
const longestRequestMs = 5 * 60_000;

/** Answers to requests with an `Idempotency-Key`, for a day, of all replicas together (RELIABILITY c3 79). */
@Injectable()
export class IdempotentAnswers {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Claims a key for a request that is about to be done; of those who come at once, one gets `new`. */
  async claim({ caller, key, fingerprint }: Repeatable): Promise<Claim> {
    const now = this.clock();
    const claimed = await this.sql().run(
      `INSERT INTO idempotent_answer AS known (caller, key, fingerprint, started_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (caller, key) DO UPDATE SET fingerprint = $3, started_at = $4, status = NULL, body = NULL, headers = NULL
       WHERE known.started_at <= $5`,
      [caller, key, fingerprint, now, new Date(now.getTime() - dayMs)],
    );
    if (claimed === 1) return { kind: 'new' };
    const [row] = await this.sql().all<AnswerRow>(
      'SELECT fingerprint, started_at, status, body, headers FROM idempotent_answer WHERE caller = $1 AND key = $2',
      [caller, key],
    );
    // It was given up between the two statements: the one who had it is hardly gone.
    return row ? this.claimOf(row, fingerprint) : { kind: 'underWay' };
  }

  async keep({ caller, key }: Repeatable, { status, body, headers }: StoredAnswer): Promise<void> {
    await this.sql().run('UPDATE idempotent_answer SET status = $3, body = $4, headers = $5 WHERE caller = $1 AND key = $2', [
      caller,
      key,
      status,
      body,
      JSON.stringify(headers),
    ]);
  }

  /** Frees a key where surely nothing was done, so that it can be tried again. */
  async free({ caller, key }: Repeatable): Promise<void> {
    await this.sql().run('DELETE FROM idempotent_answer WHERE caller = $1 AND key = $2', [caller, key]);
  }

  /** Forgets what was answered more than a day ago. */
  async purge(): Promise<void> {
    await this.sql().run('DELETE FROM idempotent_answer WHERE started_at <= $1', [new Date(this.clock().getTime() - dayMs)]);
  }

  private claimOf(row: AnswerRow, fingerprint: string): Claim {
    if (row.fingerprint !== fingerprint) return { kind: 'otherRequest' };
    if (row.status !== null) return { kind: 'answered', answer: { status: row.status, body: row.body ?? undefined, headers: row.headers ?? {} } };
    const age = this.clock().getTime() - new Date(row.started_at).getTime();
    return { kind: age < longestRequestMs ? 'underWay' : 'unfinished' };
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
