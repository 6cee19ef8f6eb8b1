import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../api/session.js';
import { rightsOf, type TokenCaller } from './caller.js';
import { hashOf, isMachineToken } from './secret.js';

/** Tokens of programs, such as the command line; only their hash is kept. */
@Injectable()
export class MachineTokens {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a token known; one that is known already stays as it is. */
  async register(token: string, name: string, role: Role): Promise<void> {
    await this.sql().run(
      'INSERT INTO machine_token (id, name, role, token_hash, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (token_hash) DO NOTHING',
      [uuidv7(), name, role, hashOf(token), this.clock()],
    );
  }

  /** @returns whose token this is, or undefined where nobody knows it; its last use is kept by the minute */
  async find(token: string): Promise<TokenCaller | undefined> {
    if (!isMachineToken(token)) return undefined;
    const now = this.clock();
    const [row] = await this.sql().all<{ id: string; name: string; role: Role }>('SELECT id, name, role FROM machine_token WHERE token_hash = $1', [hashOf(token)]);
    if (!row) return undefined;
    await this.sql().run(
      "UPDATE machine_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')",
      [row.id, now],
    );
    return { kind: 'token', name: row.name, ...rightsOf(row.role) };
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
