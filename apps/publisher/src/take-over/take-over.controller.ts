import { TakeOverProducts, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { takeOverProducts } from './take-over-products.js';

/** Takes over products of imported organisations (R59). */
@Controller()
export class TakeOverController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(TakeOverProducts)
  takeOverProducts(command: PayloadOf<typeof TakeOverProducts>): Promise<ReplyOf<typeof TakeOverProducts>> {
    return this.transactions.run({}, (unit) => takeOverProducts(unit, command, this.clock()));
  }
}
