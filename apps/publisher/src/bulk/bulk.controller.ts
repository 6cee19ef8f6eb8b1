import { ListBulkChanges, ListBulkItems, RequestRefused, ShowBulkChange, StartBulkChange, UndoBulkChange, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { requireListed } from '../people/list-right.js';
import type { Asker } from '../people/may.js';
import { deciding, requirePerson } from '../people/rights.js';
import { bulkView, findBulk, listBulk, listItems, type BulkRow } from './bulk-store.js';
import { BulkWorker } from './bulk-worker.js';
import { startBulk, undoBulk } from './start-bulk.js';

/** Changes of many records at once (R86): asked here, done by `BulkWorker`. */
@Controller()
export class BulkController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    private readonly worker: BulkWorker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(StartBulkChange)
  async start(command: PayloadOf<typeof StartBulkChange>, { actor }: RequestContext): Promise<ReplyOf<typeof StartBulkChange>> {
    requirePerson(actor);
    requireListed(actor, command.filter);
    return this.stored((sql) => startBulk(sql, command, actor, this.clock()));
  }

  @AnswersRequest(UndoBulkChange)
  async undo(command: PayloadOf<typeof UndoBulkChange>, { actor }: RequestContext): Promise<ReplyOf<typeof UndoBulkChange>> {
    return this.stored(async (sql) => undoBulk(sql, await this.seenBy(sql, actor, command.id), command, this.clock()));
  }

  @AnswersRequest(ListBulkChanges)
  async list(filter: PayloadOf<typeof ListBulkChanges>, { actor }: RequestContext): Promise<ReplyOf<typeof ListBulkChanges>> {
    requirePerson(actor);
    requireListed(actor, filter);
    return listBulk(this.sql(), filter, actor?.importRights);
  }

  @AnswersRequest(ShowBulkChange)
  async show({ id }: PayloadOf<typeof ShowBulkChange>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowBulkChange>> {
    return bulkView(await this.seenBy(this.sql(), actor, id));
  }

  @AnswersRequest(ListBulkItems)
  async listItems(filter: PayloadOf<typeof ListBulkItems>, { actor }: RequestContext): Promise<ReplyOf<typeof ListBulkItems>> {
    await this.seenBy(this.sql(), actor, filter.id);
    return listItems(this.sql(), filter);
  }

  private async stored(store: (sql: Sql) => Promise<string>): Promise<ReplyOf<typeof StartBulkChange>> {
    const row = await this.transactions.run({}, async ({ sql }) => findBulk(sql, await store(sql)));
    this.worker.poke();
    if (!row) throw new Error('A bulk change was not stored');
    return bulkView(row);
  }

  /** @throws RequestRefused where there is none, or it is of records that the asker may not decide on (R78) */
  private async seenBy(sql: Sql, asker: Asker, id: string): Promise<BulkRow> {
    const bulk = await findBulk(sql, id);
    if (!bulk) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen bulkwijziging ${id}.` });
    for (const importId of bulk.imports) deciding(asker)(importId);
    return bulk;
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}
