import {
  ChangeOrganisation,
  ChangeVisibility,
  ConfirmOrganisation,
  CreateOrganisation,
  DeleteOrganisation,
  ListOrganisations,
  ShowOrganisation,
  type PayloadOf,
  type ReplyOf,
} from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { confirmOrganisation } from '../control/confirm-organisation.js';
import { requirePerson } from '../people/rights.js';
import { changeOrganisation } from './change-organisation.js';
import { changeVisibility } from './change-visibility.js';
import { createOrganisation } from './create-organisation.js';
import { deleteOrganisation } from './delete-organisation.js';
import { listOrganisations, showOrganisation } from './directory-organisations.js';
import { requireSeen } from './seen-by.js';

/** What editors and account managers do with organisations; each act and what it tells others are one transaction. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListOrganisations)
  async listOrganisations(filter: PayloadOf<typeof ListOrganisations>, { actor }: RequestContext): Promise<ReplyOf<typeof ListOrganisations>> {
    requirePerson(actor);
    return listOrganisations(sqlOf(this.orm.em.fork()), filter, actor);
  }

  @AnswersRequest(ShowOrganisation)
  async showOrganisation({ gidsId }: PayloadOf<typeof ShowOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowOrganisation>> {
    requirePerson(actor);
    const sql = sqlOf(this.orm.em.fork());
    await requireSeen(sql, actor, gidsId);
    return showOrganisation(sql, gidsId);
  }

  @AnswersRequest(CreateOrganisation)
  createOrganisation(command: PayloadOf<typeof CreateOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof CreateOrganisation>> {
    return this.transactions.run({}, (unit) => createOrganisation(unit, command, actor, this.clock()));
  }

  @AnswersRequest(ChangeOrganisation)
  changeOrganisation(command: PayloadOf<typeof ChangeOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeOrganisation>> {
    return this.transactions.run({}, (unit) => changeOrganisation(unit, command, actor, this.clock()));
  }

  @AnswersRequest(ChangeVisibility)
  changeVisibility(command: PayloadOf<typeof ChangeVisibility>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeVisibility>> {
    return this.transactions.run({}, (unit) => changeVisibility(unit, command, actor, this.clock()));
  }

  @AnswersRequest(ConfirmOrganisation)
  confirmOrganisation(command: PayloadOf<typeof ConfirmOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof ConfirmOrganisation>> {
    return this.transactions.run({}, (unit) => confirmOrganisation(unit, command, actor, this.clock()));
  }

  @AnswersRequest(DeleteOrganisation)
  deleteOrganisation(command: PayloadOf<typeof DeleteOrganisation>, { actor }: RequestContext): Promise<ReplyOf<typeof DeleteOrganisation>> {
    return this.transactions.run({}, (unit) => deleteOrganisation(unit, command, actor, this.clock()));
  }
}
