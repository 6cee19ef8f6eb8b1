import { CleanUpImport, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { requireAdministrator } from '../people/rights.js';
import { cleanUpImport } from './clean-up-import.js';

/** Ends an import: hides or deletes all that it brought (R97). */
@Controller()
export class RemovalController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(CleanUpImport)
  async cleanUpImport(command: PayloadOf<typeof CleanUpImport>, { actor }: RequestContext): Promise<ReplyOf<typeof CleanUpImport>> {
    requireAdministrator(actor, 'Een import opruimen');
    return this.transactions.run({}, (unit) => cleanUpImport(unit, command, this.clock()));
  }
}
