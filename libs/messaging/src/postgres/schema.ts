import type { Pool } from 'pg';
import type { Topology } from '../bus.js';

/** Schema of the standalone bus; it belongs to the bus alone. */
export const busSchema = 'bus';

const statements = [
  `CREATE SCHEMA IF NOT EXISTS ${busSchema}`,
  `CREATE TABLE IF NOT EXISTS ${busSchema}.binding (type text NOT NULL, queue text NOT NULL, PRIMARY KEY (type, queue))`,
  `CREATE TABLE IF NOT EXISTS ${busSchema}.message (
     seq bigserial PRIMARY KEY, queue text NOT NULL, message_id text NOT NULL, type text NOT NULL, headers jsonb NOT NULL,
     body bytea NOT NULL, available_at timestamptz NOT NULL DEFAULT now(), claimed_by bigint NULL, deliveries int NOT NULL DEFAULT 0)`,
  `ALTER TABLE ${busSchema}.message ALTER COLUMN body SET STORAGE EXTERNAL`,
  `ALTER TABLE ${busSchema}.message SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`,
  `CREATE INDEX IF NOT EXISTS message_queue_seq ON ${busSchema}.message (queue, seq)`,
];

/** Creates tables and bindings; repeatable, also by many processes at once. */
export async function declareSchema(pool: Pool, topology: Topology): Promise<void> {
  const client = await pool.connect();
  // While it is ours, nobody else listens; the statement in hand fails by itself.
  const ignore = () => undefined;
  client.on('error', ignore);
  try {
    await client.query('BEGIN');
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('gids bus', 0))");
    for (const statement of statements) await client.query(statement);
    for (const { name, types } of topology.queues) {
      await client.query(
        `INSERT INTO ${busSchema}.binding (type, queue) SELECT type, $2 FROM unnest($1::text[]) AS type ON CONFLICT DO NOTHING`,
        [types, name],
      );
      await client.query(`DELETE FROM ${busSchema}.binding WHERE queue = $1 AND NOT type = ANY($2::text[])`, [name, types]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.off('error', ignore);
    client.release();
  }
}
