import { ProcessImportedOrganisation, ShowImportOrganisation, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { showImportOrganisation } from './import-root.js';
import { processImported } from './process-imported.js';

const uniqueViolation = '23505';

/** What import scripts report of what they saved (R87). */
@Controller()
export class ProcessingController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new record that somebody else wrote meanwhile is found by the second try. */
  @AnswersRequest(ProcessImportedOrganisation)
  async processImportedOrganisation(
    command: PayloadOf<typeof ProcessImportedOrganisation>,
    { actor }: RequestContext,
  ): Promise<ReplyOf<typeof ProcessImportedOrganisation>> {
    const process = () => this.transactions.run({}, ({ sql }) => processImported(sql, command, actor, this.clock()));
    return process().catch((error: unknown) => ((error as { code?: unknown }).code === uniqueViolation ? process() : Promise.reject(error)));
  }

  @AnswersRequest(ShowImportOrganisation)
  showImportOrganisation(query: PayloadOf<typeof ShowImportOrganisation>): Promise<ReplyOf<typeof ShowImportOrganisation>> {
    return showImportOrganisation(sqlOf(this.orm.em.fork()), query);
  }
}
