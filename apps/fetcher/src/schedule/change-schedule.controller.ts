import { ChangeSchedule, noRight, RequestRefused, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { sourceById } from '@gids/sources';
import { Controller, Inject } from '@nestjs/common';
import { changeSchedule, findSchedule, makeSchedule, scheduleView } from './schedule-store.js';

/** Who runs the installation says when its sources are fetched (R3). */
@Controller()
export class ChangeScheduleController {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ChangeSchedule)
  async change(command: PayloadOf<typeof ChangeSchedule>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeSchedule>> {
    if (actor && !actor.systemAdministrator) throw noRight('Wanneer een bron wordt opgehaald, bepaalt een systeembeheerder.');
    const source = sourceById(command.sourceId);
    if (!source) throw new RequestRefused({ kind: 'notFound', code: 'unknownSource', message: `Er is geen bron "${command.sourceId}".` });
    return this.transactions.run({}, async ({ sql }) => {
      await makeSchedule(sql, source, this.clock());
      await changeSchedule(sql, command, this.clock());
      const row = await findSchedule(sql, source.id);
      if (!row) throw new Error(`The schedule of ${source.id} is gone`);
      return scheduleView(row);
    });
  }
}
