import { timingSafeEqual } from 'node:crypto';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { isNameOfAnother } from '../accounts/names-in-use.js';
import type { ApiKeyView } from '../api/api-key.js';
import { problems } from '../http/problems.js';
import type { KeyCaller } from '../sign-in/caller.js';
import { hashOf } from '../sign-in/secret.js';
import { toKeyView, type KeyRow } from './key-rows.js';
import { createKeyText, prefixOf } from './key-text.js';

/** One to work with and one to change over to (RELIABILITY e9). */
const mostAtATime = 2;

export interface NewKey {
  readonly name: string;
  readonly importId: string;
  readonly expiresAt: Date;
  /** Name of the systeembeheerder. */
  readonly by: string;
}

export interface KeyFilter {
  readonly importId?: string | undefined;
  readonly valid?: boolean | undefined;
}

/** Keys of scripts that bring the data of one import (R78); only their hash is kept. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns a part of the keys, newest first, and how many there are; withdrawn and expired ones too */
  async list({ importId, valid }: KeyFilter, limit: number, offset: number): Promise<{ items: ApiKeyView[]; total: number }> {
    const kept = `FROM api_key WHERE ($1::text IS NULL OR import_id = $1) AND ($2::boolean IS NULL OR (revoked_at IS NULL AND expires_at > $3) = $2)`;
    const asked = [importId, valid, this.clock()];
    const [counted] = await this.sql().all<{ total: number }>(`SELECT count(*)::int AS total ${kept}`, asked);
    const rows = await this.sql().all<KeyRow>(`SELECT * ${kept} ORDER BY id DESC LIMIT $4 OFFSET $5`, [...asked, limit, offset]);
    return { items: rows.map(toKeyView), total: counted?.total ?? 0 };
  }

  /**
   * Makes a key.
   * @returns it as it is kept, and the key itself, which is stored nowhere
   * @throws HttpProblem 409 where two keys of this name and import count already, or the name is of a person
   */
  create({ name, importId, expiresAt, by }: NewKey): Promise<{ view: ApiKeyView; key: string }> {
    return inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      await sql.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`gateway.api_key ${importId} ${name}`]);
      await this.assertRoom(sql, name, importId);
      const { key, prefix } = createKeyText();
      const [row] = await sql.all<KeyRow>(
        `INSERT INTO api_key (id, name, import_id, prefix, key_hash, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *`,
        [uuidv7(), name, importId, prefix, hashOf(key), by, this.clock(), expiresAt],
      );
      return { view: toKeyView(row as KeyRow), key };
    });
  }

  /** @returns a key by its id, withdrawn or not; undefined where there is none */
  async read(id: string): Promise<ApiKeyView | undefined> {
    const [row] = await this.sql().all<KeyRow>('SELECT * FROM api_key WHERE id = $1', [id]);
    return row && toKeyView(row);
  }

  /** Withdraws a key, from the next request on. @throws HttpProblem 404 where there is no such key any more */
  async revoke(id: string): Promise<void> {
    const revoked = await this.sql().run('UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [id, this.clock()]);
    if (revoked === 0) throw problems.notFound('Deze sleutel');
  }

  /** @returns which script this is, or undefined where the key does not count; its last use is kept by the minute */
  async find(key: string): Promise<KeyCaller | undefined> {
    const prefix = prefixOf(key);
    if (prefix === undefined) return undefined;
    const now = this.clock();
    const [row] = await this.sql().all<KeyRow>('SELECT * FROM api_key WHERE prefix = $1 AND revoked_at IS NULL AND expires_at > $2', [prefix, now]);
    if (!row || !timingSafeEqual(Buffer.from(row.key_hash), Buffer.from(hashOf(key)))) return undefined;
    await this.sql().run(
      "UPDATE api_key SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')",
      [row.id, now],
    );
    return { kind: 'key', name: row.name, systemAdministrator: false, importRights: [row.import_id] };
  }

  private async assertRoom(sql: Sql, name: string, importId: string): Promise<void> {
    if (await isNameOfAnother(sql, name)) throw problems.conflict(`De naam "${name}" is van een account. Geef het script een eigen naam.`, 'naamInGebruik');
    const [row] = await sql.all<{ valid: number }>(
      'SELECT count(*)::int AS valid FROM api_key WHERE name = $1 AND import_id = $2 AND revoked_at IS NULL AND expires_at > $3',
      [name, importId, this.clock()],
    );
    if (row && row.valid < mostAtATime) return;
    throw problems.conflict(`Er gelden al twee sleutels "${name}" voor ${importId}. Trek er eerst een in.`, 'teVeelSleutels');
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}
