import { TakeOverProducts, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { shownToTaker } from '../people/take-over-right.js';
import { takeOverProducts } from './take-over-products.js';

/** Takes over products of imported organisations (R59). */
@Controller()
export class TakeOverController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(TakeOverProducts)
  async takeOverProducts(command: PayloadOf<typeof TakeOverProducts>, { actor }: RequestContext): Promise<ReplyOf<typeof TakeOverProducts>> {
    return shownToTaker(actor, await this.transactions.run({}, (unit) => takeOverProducts(unit, command, actor, this.clock())));
  }
}
