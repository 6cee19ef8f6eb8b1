import {
  ListImportRecords,
  ListVisibleOrganisations,
  RequestRefused,
  ShowImportRecord,
  ShowVisibleOrganisation,
  type PayloadOf,
  type ReplyOf,
} from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { reading } from '../people/rights.js';
import { requireListed } from '../people/list-right.js';
import { listImportRecords, showImportRecord } from './import-record-list.js';
import { findVisibleOrganisation, listVisibleOrganisations } from './visible-organisations.js';

/** What the gateway may ask of the directory. */
@Controller()
export class QueriesController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ListImportRecords)
  async listImportRecords(filter: PayloadOf<typeof ListImportRecords>, { actor }: RequestContext): Promise<ReplyOf<typeof ListImportRecords>> {
    requireListed(actor, filter);
    return listImportRecords(this.sql(), filter, actor);
  }

  @AnswersRequest(ShowImportRecord)
  async showImportRecord({ id }: PayloadOf<typeof ShowImportRecord>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowImportRecord>> {
    const record = await showImportRecord(this.sql(), id);
    reading(actor)(record.importId);
    return record;
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
