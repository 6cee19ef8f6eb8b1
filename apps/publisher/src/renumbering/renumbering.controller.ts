import { AcceptRenumbering, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { requireItemRight } from '../people/review-rights.js';
import { acceptRenumbering } from './accept-renumbering.js';

/** Makes one of records that a source renumbered. */
@Controller()
export class RenumberingController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(AcceptRenumbering)
  acceptRenumbering(command: PayloadOf<typeof AcceptRenumbering>, { actor }: RequestContext): Promise<ReplyOf<typeof AcceptRenumbering>> {
    return this.transactions.run({}, async ({ sql }) => {
      await requireItemRight(sql, actor, command.itemId);
      return acceptRenumbering(sql, command, this.clock());
    });
  }
}
