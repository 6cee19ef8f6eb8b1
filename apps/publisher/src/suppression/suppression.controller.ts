import { SuppressRecord, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { suppressRecord } from './suppress-record.js';

/** Erases people's records for good (N37). */
@Controller()
export class SuppressionController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(SuppressRecord)
  suppressRecord(command: PayloadOf<typeof SuppressRecord>): Promise<ReplyOf<typeof SuppressRecord>> {
    return this.transactions.run({}, (unit) => suppressRecord(unit, command, this.clock()));
  }
}
