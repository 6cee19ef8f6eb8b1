import type { MikroORM } from '@mikro-orm/postgresql';
import { migrationTable } from './database.js';
import { inTransaction } from './in-transaction.js';
import { sqlOf } from './sql.js';

/**
 * Brings a service's schema up to date. Processes that start at once wait for each other
 * on an advisory lock, so that each migration is applied once.
 */
export async function migrate(orm: MikroORM, schema: string): Promise<void> {
  await inTransaction(orm, async (em) => {
    const sql = sqlOf(em);
    await sql.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrate ${schema}`]);
    await sql.run(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
  });
  await withMigrationLock(orm, schema, () => orm.migrator.up());
}

/** @throws SchemaTooOld where migrations are missing: the service may not start on it. Creates nothing. */
export async function assertMigrated(orm: MikroORM, schema: string): Promise<void> {
  const missing = await missingMigrations(orm, schema);
  if (missing.length > 0) {
    throw new SchemaTooOld(`Schema "${schema}" mist ${missing.length} migratie(s): ${missing.join(', ')}. Draai eerst de migratiestap.`);
  }
}

/** The schema is older than the code. */
export class SchemaTooOld extends Error {
  override readonly name = 'SchemaTooOld';
}

/** The migrator makes its own table when it is asked what is missing; a service that only starts need not be allowed to. */
async function missingMigrations(orm: MikroORM, schema: string): Promise<string[]> {
  const [found] = await sqlOf(orm.em.fork()).all<{ known: boolean }>('SELECT to_regclass($1) IS NOT NULL AS known', [
    `"${schema}".${migrationTable}`,
  ]);
  if (found?.known) return (await orm.migrator.getPending()).map((migration) => migration.name);
  return (orm.config.get('migrations').migrationsList ?? []).map((migration) => ('name' in migration ? migration.name : String(migration)));
}

/** @returns the SQL by which the applied migrations differ from the entities; empty where they agree. */
export async function schemaDrift(orm: MikroORM): Promise<string> {
  const sql = await orm.schema.getUpdateSchemaSQL({ safe: false, wrap: false });
  return sql.trim();
}

async function withMigrationLock(orm: MikroORM, schema: string, work: () => Promise<unknown>): Promise<void> {
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 1))', [`migrate ${schema}`]);
    await work();
  } finally {
    // The lock ends with its session, also where the connection was cut meanwhile.
    client.release(true);
  }
}
