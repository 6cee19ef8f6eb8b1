import { ListRuns, ListSources, ListStagedRows, ShowRun, type PayloadOf, type ReplyOf, type SourceView } from '@gids/contracts';
import { AnswersRequest } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { CONFIG } from '@gids/service-host';
import { sources, type Source } from '@gids/sources';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { addressOf, type FetcherConfig } from '../fetcher.config.js';
import { viewOf } from '../runs/run-row.js';
import { findRun, listRuns } from '../runs/run-store.js';
import { countRecords } from '../staging/source-records.js';
import { listStagedRows } from '../staging/staged-row-list.js';
import { notHeld, unknownRun } from './run-refusals.js';

/** What the gateway may ask of the fetcher. */
@Controller()
export class QueriesController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CONFIG) private readonly config: FetcherConfig,
  ) {}

  @AnswersRequest(ListRuns)
  async listRuns(filter: PayloadOf<typeof ListRuns>): Promise<ReplyOf<typeof ListRuns>> {
    const { rows, total } = await listRuns(this.sql(), filter);
    return { items: rows.map(viewOf), total };
  }

  @AnswersRequest(ShowRun)
  async showRun({ runId }: PayloadOf<typeof ShowRun>): Promise<ReplyOf<typeof ShowRun>> {
    const run = await findRun(this.sql(), runId);
    if (!run) throw unknownRun(runId);
    return viewOf(run);
  }

  @AnswersRequest(ListStagedRows)
  async listStagedRows(filter: PayloadOf<typeof ListStagedRows>): Promise<ReplyOf<typeof ListStagedRows>> {
    const run = await findRun(this.sql(), filter.runId);
    if (!run) throw unknownRun(filter.runId);
    if (run.state !== 'HELD') throw notHeld(run.id, run.state);
    return listStagedRows(this.sql(), run.source_id, filter);
  }

  @AnswersRequest(ListSources)
  async listSources({ sourceId }: PayloadOf<typeof ListSources>): Promise<ReplyOf<typeof ListSources>> {
    const sql = this.sql();
    const counts = await countRecords(sql);
    const asked = sources.filter((source) => sourceId === undefined || source.id === sourceId);
    const views = asked.map((source) => sourceView(sql, source, addressOf(source, this.config), counts.get(source.id) ?? 0));
    return { items: await Promise.all(views) };
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}

async function sourceView(sql: Sql, source: Source, url: string, recordCount: number): Promise<SourceView> {
  const { rows } = await listRuns(sql, { sourceId: source.id, page: 1, pageSize: 1 });
  const { id, importId, title, scheduleDays, attribution, licence } = source;
  const [last] = rows;
  return { id, importId, title, url, scheduleDays, attribution, licence, recordCount, ...(last && { lastRun: viewOf(last) }) };
}
