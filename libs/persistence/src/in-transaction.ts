import { CompiledQuery, type ControlledTransaction, type Transaction } from 'kysely';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

/**
 * Runs work in one transaction; what it changed on entities is written at its end.
 * `em.transactional` is not used: when its connection is cut, the pool never gets the connection back,
 * and after a few cuts there is none left (seen with MikroORM 7.2.1 on kysely 0.29).
 * @throws what the work throws, or SwallowedError where it caught the error of a statement and went on
 */
export async function inTransaction<Result>(orm: MikroORM, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
  const failures: unknown[] = [];
  const transaction = orm.em.getConnection().getClient().transaction();
  const execution = transaction.execute((context) =>
    workOn(orm, context, work).catch((error: unknown) => {
      failures.push(error);
      throw error;
    }),
  );
  // Where the connection is gone, rolling back fails too; what failed first says more.
  return execution.catch((error: unknown) => Promise.reject(failures.length > 0 ? failures[0] : error));
}

/** Work went on after one of its statements had failed; nothing of it can be kept. */
export class SwallowedError extends Error {
  override readonly name = 'SwallowedError';
}

async function workOn<Result>(orm: MikroORM, context: Transaction<unknown>, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
  const em = orm.em.fork();
  em.setTransactionContext(context as ControlledTransaction<unknown>);
  const result = await work(em);
  await em.flush();
  await assertUsable(context);
  return result;
}

const failedTransaction = '25P02';

/** PostgreSQL answers COMMIT on a failed transaction by rolling back, without an error: work would be lost in silence. */
async function assertUsable(context: Transaction<unknown>): Promise<void> {
  try {
    await context.executeQuery(CompiledQuery.raw('SELECT 1'));
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== failedTransaction) throw cause;
    throw new SwallowedError('A statement of this transaction failed and its error was caught: nothing of it can be kept', { cause });
  }
}
