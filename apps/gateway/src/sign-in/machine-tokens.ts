import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { imports } from '@gids/sources';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { TokenCaller } from './caller.js';
import { hashOf, isMachineToken } from './secret.js';

/** Tokens of the command line of this installation, which may do everything; only their hash is kept. */
@Injectable()
export class MachineTokens {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a token known; one that is known already stays as it is. @returns whether it was new */
  async register(token: string, name: string): Promise<boolean> {
    const added = await this.sql().run('INSERT INTO machine_token (id, name, token_hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (token_hash) DO NOTHING', [
      uuidv7(),
      name,
      hashOf(token),
      this.clock(),
    ]);
    return added === 1;
  }

  /** @returns whose token this is, or undefined where nobody knows it; its last use is kept by the minute */
  async find(token: string): Promise<TokenCaller | undefined> {
    if (!isMachineToken(token)) return undefined;
    const now = this.clock();
    const [row] = await this.sql().all<{ id: string; name: string }>('SELECT id, name FROM machine_token WHERE token_hash = $1', [hashOf(token)]);
    if (!row) return undefined;
    await this.sql().run(
      "UPDATE machine_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')",
      [row.id, now],
    );
    return { kind: 'token', name: row.name, systemAdministrator: true, importRights: imports.map(({ id }) => id) };
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
