import { ListRuns, ListSources, ListStagedRows, ShowRun, type PayloadOf, type ReplyOf, type SourceView } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { CONFIG } from '@gids/service-host';
import { sourceById, sources, type Source } from '@gids/sources';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { addressOf, type FetcherConfig } from '../fetcher.config.js';
import { viewOf } from '../runs/run-row.js';
import { findRun, listRuns } from '../runs/run-store.js';
import { findSchedule, scheduleView } from '../schedule/schedule-store.js';
import { countRecords } from '../staging/source-records.js';
import { listStagedRows } from '../staging/staged-row-list.js';
import { notHeld, unknownRun } from './run-refusals.js';
import { maySeeRuns, requireRunRight, seenImports, type Asker } from './run-rights.js';

/** What the gateway may ask of the fetcher. */
@Controller()
export class QueriesController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CONFIG) private readonly config: FetcherConfig,
  ) {}

  @AnswersRequest(ListRuns)
  async listRuns(filter: PayloadOf<typeof ListRuns>, { actor }: RequestContext): Promise<ReplyOf<typeof ListRuns>> {
    requireSource(actor, filter.sourceId);
    const { rows, total } = await listRuns(this.sql(), filter, seenImports(actor));
    return { items: rows.map(viewOf), total };
  }

  @AnswersRequest(ShowRun)
  async showRun({ runId }: PayloadOf<typeof ShowRun>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowRun>> {
    const run = await findRun(this.sql(), runId);
    if (!run) throw unknownRun(runId);
    requireRunRight(actor, run.import_id, maySeeRuns(actor, run.import_id));
    return viewOf(run);
  }

  @AnswersRequest(ListStagedRows)
  async listStagedRows(filter: PayloadOf<typeof ListStagedRows>, { actor }: RequestContext): Promise<ReplyOf<typeof ListStagedRows>> {
    const run = await findRun(this.sql(), filter.runId);
    if (!run) throw unknownRun(filter.runId);
    requireRunRight(actor, run.import_id, maySeeRuns(actor, run.import_id));
    if (run.state !== 'HELD' && run.state !== 'STOPPED') throw notHeld(run.id, run.state);
    return listStagedRows(this.sql(), run.source_id, filter);
  }

  @AnswersRequest(ListSources)
  async listSources({ sourceId }: PayloadOf<typeof ListSources>, { actor }: RequestContext): Promise<ReplyOf<typeof ListSources>> {
    requireSource(actor, sourceId);
    const sql = this.sql();
    const counts = await countRecords(sql);
    const asked = sources.filter((source) => (sourceId === undefined || source.id === sourceId) && maySeeRuns(actor, source.importId));
    const views = asked.map((source) => sourceView(sql, source, addressOf(source, this.config), counts.get(source.id) ?? 0));
    return { items: await Promise.all(views) };
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}

/** A list leaves out what is not the asker's; who asks for it by name is told so (R78). */
function requireSource(asker: Asker, sourceId = ''): void {
  const source = sourceById(sourceId);
  if (source) requireRunRight(asker, source.importId, maySeeRuns(asker, source.importId));
}

async function sourceView(sql: Sql, source: Source, url: string, recordCount: number): Promise<SourceView> {
  const { rows } = await listRuns(sql, { sourceId: source.id, page: 1, pageSize: 1 });
  const { id, importId, title, scheduleDays, attribution, licence } = source;
  const [last] = rows;
  const schedule = await findSchedule(sql, id);
  return { id, importId, title, url, scheduleDays, attribution, licence, recordCount, ...(last && { lastRun: viewOf(last) }), ...(schedule && { schedule: scheduleView(schedule) }) };
}
