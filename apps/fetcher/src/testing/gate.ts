import { randomInt } from 'node:crypto';
import type { Sql } from '@gids/persistence';
import { eventually } from '@gids/testing';
import pg from 'pg';

/** A moment in the work of a service, as the database sees it. */
export interface Moment {
  readonly statement: 'INSERT' | 'UPDATE' | 'DELETE';
  /** With its schema. */
  readonly table: string;
  /** SQL on `NEW` or `OLD`. */
  readonly row: string;
}

/** Holds a service at a moment in its work, for as long as a test needs to cut it down there. */
export class Gate {
  private constructor(
    private readonly client: pg.Client,
    private readonly key: number,
  ) {}

  static async at(url: string, { statement, table, row }: Moment): Promise<Gate> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const key = randomInt(1, 2 ** 31);
    await client.query(`SELECT pg_advisory_lock(${key})`);
    await client.query(`CREATE FUNCTION gate_${key}() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock_shared(${key}); RETURN coalesce(NEW, OLD); END'`);
    await client.query(`CREATE TRIGGER gate_${key} BEFORE ${statement} ON ${table} FOR EACH ROW WHEN (${row}) EXECUTE FUNCTION gate_${key}()`);
    return new Gate(client, key);
  }

  /** Takes away all gates that were put up in a database. */
  static async removeAll(sql: Sql): Promise<void> {
    const gates = await sql.all<{ name: string }>("SELECT DISTINCT p.oid::regprocedure::text AS name FROM pg_proc p WHERE proname LIKE 'gate\\_%'");
    for (const { name } of gates) await sql.run(`DROP FUNCTION ${name} CASCADE`);
  }

  /** Waits until the service stands before the gate. */
  async reached(): Promise<void> {
    const stands = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted";
    await eventually(async () => (await this.client.query(stands, [this.key])).rowCount === 1, { within: 30_000 });
  }

  /** Lets go whoever stands there, and all that come after. */
  async open(): Promise<void> {
    await this.client.end();
  }
}
