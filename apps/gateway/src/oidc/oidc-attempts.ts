import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { createSecret, hashOf } from '../sign-in/secret.js';
import { attemptSeconds } from './attempt-cookie.js';

/** What is remembered of somebody who went to the provider. */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: only who knows it gets something for the code. */
  readonly verifier: string;
  /** Path to go to afterwards. */
  readonly returnTo: string;
  /** Hash of the token of the session that the browser had; it ends with the new sign-in. */
  readonly earlierSession: string | undefined;
}

interface AttemptRow {
  state: string;
  nonce: string;
  verifier: string;
  return_to: string;
  earlier_session: string | null;
}

/** Sign-ins under way at the provider, in the database: the browser may come back at another replica. */
@Injectable()
export class OidcAttempts {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the key for the browser's cookie; only its hash is kept */
  async begin({ state, nonce, verifier, returnTo, earlierSession }: OidcAttempt): Promise<string> {
    const key = createSecret();
    const expiresAt = new Date(this.clock().getTime() + attemptSeconds * 1_000);
    await this.sql().run(
      'INSERT INTO oidc_attempt (key_hash, state, nonce, verifier, return_to, earlier_session, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [hashOf(key), state, nonce, verifier, returnTo, earlierSession, expiresAt],
    );
    return key;
  }

  /** Takes an attempt out: it counts once. @returns undefined where there is none, or it took too long */
  async take(key: string): Promise<OidcAttempt | undefined> {
    const [row] = await this.sql().all<AttemptRow>(
      'DELETE FROM oidc_attempt WHERE key_hash = $1 AND expires_at > $2 RETURNING state, nonce, verifier, return_to, earlier_session',
      [hashOf(key), this.clock()],
    );
    if (!row) return undefined;
    const { state, nonce, verifier, return_to: returnTo, earlier_session: earlierSession } = row;
    return { state, nonce, verifier, returnTo, earlierSession: earlierSession ?? undefined };
  }

  /** Forgets those that nobody finished. */
  async purge(): Promise<void> {
    await this.sql().run('DELETE FROM oidc_attempt WHERE expires_at <= $1', [this.clock()]);
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
