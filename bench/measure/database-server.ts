import { Psql } from './psql.ts';

/** Counters of the database server that only go up. */
export interface DatabaseCounters {
  readonly commits: number;
  /** Bytes of write-ahead log of the whole server, also what other databases wrote. */
  readonly walBytes: number;
}

/** Looks at one database from a session outside it, so that looking is not measured. */
export class DatabaseServer {
  readonly #psql: Psql;
  readonly #database: string;

  private constructor(psql: Psql, database: string) {
    this.#psql = psql;
    this.#database = database;
  }

  static async watch(database: string): Promise<DatabaseServer> {
    return new DatabaseServer(await Psql.openServer(), database);
  }

  /** Processes that work for the database now: its sessions, their parallel workers, autovacuum. */
  async backends(): Promise<number[]> {
    const lines = await this.#psql.run(`SELECT pid FROM pg_stat_activity WHERE datname = '${this.#database}';`);
    return lines.map(Number);
  }

  async counters(): Promise<DatabaseCounters> {
    const [line = ''] = await this.#psql.run(
      `SELECT xact_commit, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') FROM pg_stat_database WHERE datname = '${this.#database}';`,
    );
    const [commits, walBytes] = line.split('|').map(Number);
    if (commits === undefined || walBytes === undefined) throw new Error(`Database "${this.#database}" bestaat niet.`);
    return { commits, walBytes };
  }

  close(): Promise<void> {
    return this.#psql.close();
  }
}
