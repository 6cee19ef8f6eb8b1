import {
  ListImportRecords,
  ListVisibleOrganisations,
  RequestRefused,
  ShowImportRecord,
  ShowVisibleOrganisation,
  type PayloadOf,
  type ReplyOf,
} from '@gids/contracts';
import { AnswersRequest } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { listImportRecords, showImportRecord } from './import-record-list.js';
import { findVisibleOrganisation, listVisibleOrganisations } from './visible-organisations.js';

/** What the gateway may ask of the directory. */
@Controller()
export class QueriesController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ListImportRecords)
  listImportRecords(filter: PayloadOf<typeof ListImportRecords>): Promise<ReplyOf<typeof ListImportRecords>> {
    return listImportRecords(this.sql(), filter);
  }

  @AnswersRequest(ShowImportRecord)
  showImportRecord({ id }: PayloadOf<typeof ShowImportRecord>): Promise<ReplyOf<typeof ShowImportRecord>> {
    return showImportRecord(this.sql(), id);
  }

  @AnswersRequest(ListVisibleOrganisations)
  listVisibleOrganisations(filter: PayloadOf<typeof ListVisibleOrganisations>): Promise<ReplyOf<typeof ListVisibleOrganisations>> {
    return listVisibleOrganisations(this.sql(), filter);
  }

  @AnswersRequest(ShowVisibleOrganisation)
  async showVisibleOrganisation({ gidsId }: PayloadOf<typeof ShowVisibleOrganisation>): Promise<ReplyOf<typeof ShowVisibleOrganisation>> {
    return (await findVisibleOrganisation(this.sql(), gidsId)) ?? unknown(`Er is geen zichtbare organisatie met G!DS-ID ${gidsId}.`);
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}

function unknown(message: string): never {
  throw new RequestRefused({ kind: 'notFound', code: 'notFound', message });
}
