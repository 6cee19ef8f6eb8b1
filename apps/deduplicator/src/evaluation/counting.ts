import { Transactions } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { Injectable } from '@nestjs/common';
import { isRecountDue, recountKeys } from '../state/key-counts.js';

/**
 * Counts keys between runs where the directory grew so much that it is no longer known which keys say nothing: a first
 * import would otherwise meet everybody by them. A count is a transaction of its own, for what was counted is kept in
 * memory by its number: a count that is undone must not leave its number to another.
 */
@Injectable()
export class Counting {
  constructor(private readonly transactions: Transactions) {}

  /** Call it before anything is locked. */
  async recountIfDue(sql: Sql): Promise<void> {
    if (!(await isRecountDue(sql))) return;
    await this.inTurn(async (own) => {
      if (await isRecountDue(own)) await recountKeys(own);
    });
  }

  /** @param everything compares all again at the next sweep, whatever the counts are */
  async recount(everything = false): Promise<void> {
    await this.inTurn((own) => recountKeys(own, everything));
  }

  private async inTurn(work: (own: Sql) => Promise<void>): Promise<void> {
    await this.transactions.run({}, async ({ sql }) => {
      await holdCounting(sql);
      await work(sql);
    });
  }
}

/** Two that count at once would wait for each other's rows. */
async function holdCounting(sql: Sql): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended('gids deduplicator counting', 0))");
}
