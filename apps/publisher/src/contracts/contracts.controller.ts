import { ChangeContract, ListContracts, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { requirePerson } from '../people/rights.js';
import { changeContract } from './change-contract.js';
import { listContracts } from './list-contracts.js';

/** What account managers do with contracts (G9). */
@Controller()
export class ContractsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
  ) {}

  @AnswersRequest(ListContracts)
  async listContracts(query: PayloadOf<typeof ListContracts>, { actor }: RequestContext): Promise<ReplyOf<typeof ListContracts>> {
    requirePerson(actor);
    return listContracts(sqlOf(this.orm.em.fork()), query, actor);
  }

  @AnswersRequest(ChangeContract)
  changeContract(command: PayloadOf<typeof ChangeContract>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeContract>> {
    return this.transactions.run({}, (unit) => changeContract(unit, command, actor));
  }
}
