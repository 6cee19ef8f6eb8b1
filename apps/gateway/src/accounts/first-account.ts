import { ImportRightChanged } from '@gids/contracts';
import type { Transactions, UnitOfWork } from '@gids/messaging';
import { imports } from '@gids/sources';
import { v7 as uuidv7 } from 'uuid';
import { tellOfPerson } from './person-telling.js';

/** Who gave the rights of the first administrator; no account can have this name. */
export const firstStart = 'eerste start';

/**
 * Makes the account of a systeembeheerder with every importrecht where there is no account at all yet, so that a new
 * installation works at once.
 * @returns whether it was made
 */
export async function createFirstAccount(transactions: Transactions, name: string, passwordHash: string): Promise<boolean> {
  return transactions.run({}, async (unit) => {
    await unit.sql.run('LOCK TABLE account IN EXCLUSIVE MODE');
    const id = uuidv7();
    const made = await unit.sql.run(
      `INSERT INTO account (id, name, password_hash, system_administrator, created_at)
       SELECT $1, $2, $3, true, $4 WHERE NOT EXISTS (SELECT FROM account)`,
      [id, name, passwordHash, transactions.now()],
    );
    if (made === 1) await giveEveryRight(unit, { id, name }, transactions.now());
    return made === 1;
  });
}

async function giveEveryRight(unit: UnitOfWork, { id, name }: { id: string; name: string }, at: Date): Promise<void> {
  for (const { id: importId } of imports) {
    await unit.sql.run('INSERT INTO import_right (account_id, import_id, granted_by, granted_at) VALUES ($1, $2, $3, $4)', [id, importId, firstStart, at]);
    unit.emit(ImportRightChanged, { account: name, importId, granted: true, by: firstStart }, { subject: name });
  }
  await tellOfPerson(unit, id);
}
