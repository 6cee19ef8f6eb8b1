import { AppointRole, ListRoles, WithdrawRole, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { appointRole, listRoles, withdrawRole } from './manage-roles.js';
import { requirePerson } from './rights.js';

/** Who has which role at an organisation (G12). */
@Controller()
export class RolesController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListRoles)
  async listRoles(query: PayloadOf<typeof ListRoles>, { actor }: RequestContext): Promise<ReplyOf<typeof ListRoles>> {
    requirePerson(actor);
    return listRoles(sqlOf(this.orm.em.fork()), query, actor);
  }

  @AnswersRequest(AppointRole)
  appointRole(command: PayloadOf<typeof AppointRole>, { actor }: RequestContext): Promise<ReplyOf<typeof AppointRole>> {
    return this.transactions.run({}, (unit) => appointRole(unit, command, actor, this.clock()));
  }

  @AnswersRequest(WithdrawRole)
  withdrawRole(command: PayloadOf<typeof WithdrawRole>, { actor }: RequestContext): Promise<ReplyOf<typeof WithdrawRole>> {
    return this.transactions.run({}, (unit) => withdrawRole(unit, command, actor));
  }
}
