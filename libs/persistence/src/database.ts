import type { EntitySchema } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { MigrationClass } from './migration.js';

/** What a service says of its part of the state: one schema, its entities, its migrations. */
export interface DatabaseDefinition {
  /** PostgreSQL schema that belongs to this service alone. */
  readonly schema: string;
  readonly entities: readonly EntitySchema[];
  /** In the order in which they are applied. */
  readonly migrations: readonly MigrationClass[];
}

export interface DatabaseOptions {
  readonly url: string;
  readonly definition: DatabaseDefinition;
  /** Connections at most. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Milliseconds after which the server ends a statement; 0 for none. */
  readonly statementTimeout?: number;
}

/** Table of the migrations that were applied, in the schema of each service. */
export const migrationTable = 'mikro_orm_migrations';

/** Opens the ORM on a service's schema; nothing is created or changed. */
export async function openDatabase(options: DatabaseOptions): Promise<MikroORM> {
  const { definition } = options;
  return MikroORM.init({
    clientUrl: options.url,
    entities: [...definition.entities],
    schema: definition.schema,
    forceUtcTimezone: true,
    pool: { min: 0, max: options.poolSize ?? 8 },
    driverOptions: {
      // Compiling a query takes seconds where running it takes a fraction of one: these are short, and their costs are guesses.
      options: `-c search_path=${definition.schema} -c statement_timeout=${options.statementTimeout ?? 0} -c jit=off`,
      application_name: options.applicationName ?? definition.schema,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      // Left to the operating system, a peer that vanished is noticed after two hours.
      keepAliveInitialDelayMillis: 10_000,
    },
    extensions: [Migrator],
    migrations: {
      tableName: migrationTable,
      migrationsList: definition.migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      allOrNothing: true,
      silent: true,
    },
    discovery: { warnWhenNoEntities: false },
    ignoreUndefinedInQuery: true,
  });
}
