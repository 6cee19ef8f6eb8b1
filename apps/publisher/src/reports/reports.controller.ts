import { ListDuplicateReports, ReportDuplicate, RequestDeletion, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { listReports } from './list-reports.js';
import { reportDuplicate } from './report-duplicate.js';
import { requestDeletion } from './request-deletion.js';

/** What people report of imported organisations, and ask of each other (R50, R77). */
@Controller()
export class ReportsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ReportDuplicate)
  reportDuplicate(command: PayloadOf<typeof ReportDuplicate>, { actor }: RequestContext): Promise<ReplyOf<typeof ReportDuplicate>> {
    return this.transactions.run({}, (unit) => reportDuplicate(unit, command, actor, this.clock()));
  }

  @AnswersRequest(ListDuplicateReports)
  listDuplicateReports(filter: PayloadOf<typeof ListDuplicateReports>, { actor }: RequestContext): Promise<ReplyOf<typeof ListDuplicateReports>> {
    return listReports(sqlOf(this.orm.em.fork()), filter, actor);
  }

  @AnswersRequest(RequestDeletion)
  requestDeletion(command: PayloadOf<typeof RequestDeletion>, { actor }: RequestContext): Promise<ReplyOf<typeof RequestDeletion>> {
    return this.transactions.run({}, (unit) => requestDeletion(unit, command, actor, this.clock()));
  }
}
