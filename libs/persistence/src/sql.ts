import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/**
 * Set-based SQL inside the transaction of an entity manager. Parameters are bound by the server
 * (`$1`, `$2`): the ORM's own `execute` writes values into the text, which frames of half a megabyte
 * do not survive.
 */
export interface Sql {
  /** Runs a statement and gives its rows. */
  all<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement and gives how many rows it touched. */
  run(text: string, parameters?: readonly unknown[]): Promise<number>;
}

/** @returns SQL on the entity manager's transaction, or on a pooled connection where it has none. */
export function sqlOf(em: EntityManager): Sql {
  const execute = async (text: string, parameters: readonly unknown[] = []) => {
    const connection = em.getTransactionContext() ?? em.getConnection().getClient();
    return connection.executeQuery(CompiledQuery.raw(text, [...parameters]));
  };
  return {
    all: async <Row extends object>(text: string, parameters?: readonly unknown[]) =>
      (await execute(text, parameters)).rows as Row[],
    run: async (text, parameters) => Number((await execute(text, parameters)).numAffectedRows ?? 0n),
  };
}
