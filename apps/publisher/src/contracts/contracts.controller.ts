import { ChangeContract, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { changeContract } from './change-contract.js';

/** What account managers do with contracts (G9). */
@Controller()
export class ContractsController {
  constructor(private readonly transactions: Transactions) {}

  @AnswersRequest(ChangeContract)
  changeContract(command: PayloadOf<typeof ChangeContract>): Promise<ReplyOf<typeof ChangeContract>> {
    return this.transactions.run({}, (unit) => changeContract(unit, command));
  }
}
