import { Transactions } from '@gids/messaging';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { tellOfCommandLine, tellOfPerson } from './person-telling.js';

/** At the start: tells of people whom the other services do not know as they are now, such as those of before a new version. */
@Injectable()
export class UntoldPeople implements OnApplicationBootstrap {
  constructor(private readonly transactions: Transactions) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.transactions.run({}, async (unit) => {
      const untold = await unit.sql.all<{ id: string }>('SELECT id FROM account WHERE told_version < version ORDER BY id FOR UPDATE SKIP LOCKED');
      for (const { id } of untold) await tellOfPerson(unit, id);
      await tellOfCommandLine(unit);
    });
  }
}
