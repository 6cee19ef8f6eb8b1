import { openDatabase, sqlOf, type Sql } from '@gids/persistence';
import { completeDatabase, migrateService } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { fetcher } from '../fetcher.js';

/** The fetcher's tables in a database of their own. */
export class TestSchema {
  private constructor(
    readonly url: string,
    readonly orm: MikroORM,
    private readonly drop: () => Promise<void>,
  ) {}

  static async create(): Promise<TestSchema> {
    const database = await createTestDatabase();
    await migrateService(fetcher, database.url);
    const orm = await openDatabase({ url: database.url, definition: completeDatabase(fetcher), poolSize: 6 });
    return new TestSchema(database.url, orm, () => database.drop());
  }

  /** Each statement in a transaction of its own. */
  sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }

  /** Empties the tables; of so few rows this takes less than TRUNCATE. */
  async clear(): Promise<void> {
    const tables = ['run', 'file_part', 'source_record', 'staged_row', 'outbox', 'inbox'];
    const parts = tables.map((table, index) => `part${index} AS (DELETE FROM ${table})`);
    await this.sql().run(`WITH ${parts.join(', ')} SELECT`);
  }

  async close(): Promise<void> {
    await this.orm.close();
    await this.drop();
  }
}
