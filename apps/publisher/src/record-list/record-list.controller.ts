import { CountImportRecords, ListErrorGroups, ListRecordIds, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { requireListed } from '../people/list-right.js';
import { reading } from '../people/rights.js';
import { importOfRun, listErrorGroups } from './error-groups.js';
import { countImportRecords } from './record-facets.js';
import { listRecordIds } from './record-ids.js';

/** What belongs to the list of import records beside its pages: counts, and the records that a filter means (R86, R88). */
@Controller()
export class RecordListController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ListRecordIds)
  async listRecordIds(filter: PayloadOf<typeof ListRecordIds>, { actor }: RequestContext): Promise<ReplyOf<typeof ListRecordIds>> {
    requireListed(actor, filter);
    return listRecordIds(this.sql(), filter, actor);
  }

  @AnswersRequest(CountImportRecords)
  async countImportRecords(question: PayloadOf<typeof CountImportRecords>, { actor }: RequestContext): Promise<ReplyOf<typeof CountImportRecords>> {
    requireListed(actor, question);
    return countImportRecords(this.sql(), question, actor);
  }

  /** @throws RequestRefused where the run is of an import of which the asker has no right */
  @AnswersRequest(ListErrorGroups)
  async listErrorGroups({ runId }: PayloadOf<typeof ListErrorGroups>, { actor }: RequestContext): Promise<ReplyOf<typeof ListErrorGroups>> {
    const importId = await importOfRun(this.sql(), runId);
    if (importId !== undefined) reading(actor)(importId);
    return listErrorGroups(this.sql(), runId);
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}
