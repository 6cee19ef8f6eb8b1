import { SuppressRecord, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { mayErase } from '../people/may.js';
import { importRule } from '../people/rights.js';
import { suppressRecord } from './suppress-record.js';

/** Erases people's records for good (N37). */
@Controller()
export class SuppressionController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(SuppressRecord)
  suppressRecord(command: PayloadOf<typeof SuppressRecord>, { actor }: RequestContext): Promise<ReplyOf<typeof SuppressRecord>> {
    const right = importRule(actor, mayErase);
    return this.transactions.run({}, (unit) => suppressRecord(unit, command, ({ importId }) => right(importId), this.clock()));
  }
}
