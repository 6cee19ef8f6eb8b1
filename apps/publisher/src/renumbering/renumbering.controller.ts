import { AcceptRenumbering, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { acceptRenumbering } from './accept-renumbering.js';

/** Makes one of records that a source renumbered. */
@Controller()
export class RenumberingController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(AcceptRenumbering)
  acceptRenumbering(command: PayloadOf<typeof AcceptRenumbering>): Promise<ReplyOf<typeof AcceptRenumbering>> {
    return this.transactions.run({}, ({ sql }) => acceptRenumbering(sql, command, this.clock()));
  }
}
