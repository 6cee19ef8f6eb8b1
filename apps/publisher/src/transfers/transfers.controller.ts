import { TransferManagement, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { transferManagement } from './transfer-management.js';

/** Transfers the management of imported organisations (R62). */
@Controller()
export class TransfersController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(TransferManagement)
  transferManagement(command: PayloadOf<typeof TransferManagement>, { actor }: RequestContext): Promise<ReplyOf<typeof TransferManagement>> {
    return this.transactions.run({}, (unit) => transferManagement(unit, command, actor, this.clock()));
  }
}
