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
import { AnswersRequest, Transactions } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { confirmOrganisation } from '../control/confirm-organisation.js';
import { changeOrganisation } from './change-organisation.js';
import { changeVisibility } from './change-visibility.js';
import { createOrganisation } from './create-organisation.js';
import { deleteOrganisation } from './delete-organisation.js';
import { listOrganisations, showOrganisation } from './directory-organisations.js';

/** What editors and account managers do with organisations; each act and what it tells others are one transaction. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListOrganisations)
  listOrganisations(filter: PayloadOf<typeof ListOrganisations>): Promise<ReplyOf<typeof ListOrganisations>> {
    return listOrganisations(sqlOf(this.orm.em.fork()), filter);
  }

  @AnswersRequest(ShowOrganisation)
  showOrganisation({ gidsId }: PayloadOf<typeof ShowOrganisation>): Promise<ReplyOf<typeof ShowOrganisation>> {
    return showOrganisation(sqlOf(this.orm.em.fork()), gidsId);
  }

  @AnswersRequest(CreateOrganisation)
  createOrganisation(command: PayloadOf<typeof CreateOrganisation>): Promise<ReplyOf<typeof CreateOrganisation>> {
    return this.transactions.run({}, (unit) => createOrganisation(unit, command, this.clock()));
  }

  @AnswersRequest(ChangeOrganisation)
  changeOrganisation(command: PayloadOf<typeof ChangeOrganisation>): Promise<ReplyOf<typeof ChangeOrganisation>> {
    return this.transactions.run({}, (unit) => changeOrganisation(unit, command, this.clock()));
  }

  @AnswersRequest(ChangeVisibility)
  changeVisibility(command: PayloadOf<typeof ChangeVisibility>): Promise<ReplyOf<typeof ChangeVisibility>> {
    return this.transactions.run({}, (unit) => changeVisibility(unit, command, this.clock()));
  }

  @AnswersRequest(ConfirmOrganisation)
  confirmOrganisation(command: PayloadOf<typeof ConfirmOrganisation>): Promise<ReplyOf<typeof ConfirmOrganisation>> {
    return this.transactions.run({}, (unit) => confirmOrganisation(unit, command, this.clock()));
  }

  @AnswersRequest(DeleteOrganisation)
  deleteOrganisation(command: PayloadOf<typeof DeleteOrganisation>): Promise<ReplyOf<typeof DeleteOrganisation>> {
    return this.transactions.run({}, (unit) => deleteOrganisation(unit, command, this.clock()));
  }
}
