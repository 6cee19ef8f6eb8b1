import { CopyOrganisation, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { copyOrganisation } from './copy-organisation.js';

/** Copies organisations (R63, R92). */
@Controller()
export class CopiesController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(CopyOrganisation)
  copyOrganisation(command: PayloadOf<typeof CopyOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof CopyOrganisation>> {
    return this.transactions.run({}, (unit) => copyOrganisation(unit, command, actor, this.clock()));
  }
}
