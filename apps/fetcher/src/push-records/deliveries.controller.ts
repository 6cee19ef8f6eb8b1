import { CloseDelivery, noRight, OpenDelivery, ReceiveRecords, RequestRefused, ShowDelivery, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, CONFIG, type Clock } from '@gids/service-host';
import { sourceById, type Source } from '@gids/sources';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import type { FetcherConfig } from '../fetcher.config.js';
import { maySendFile, mayStartRun, requireRunRight, type Asker } from '../requests/run-rights.js';
import { RunWorker } from '../runs/run-worker.js';
import { canonicalLines } from './canonical-lines.js';
import { runDelivery } from './close-delivery.js';
import { addPart, deliveryView, findDelivery, findDeliveredPart, lockDelivery, openDelivery, type DeliveryRow } from './delivery-store.js';

/** Records that a script brings in parts, instead of as a file (R6). */
@Controller()
export class DeliveriesController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    private readonly worker: RunWorker,
    @Inject(CONFIG) private readonly config: FetcherConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(OpenDelivery)
  async open(command: PayloadOf<typeof OpenDelivery>, { actor }: RequestContext): Promise<ReplyOf<typeof OpenDelivery>> {
    const source = sourceFor(actor, command.sourceId);
    const row = await this.transactions.run({}, ({ sql }) => openDelivery(sql, command));
    return deliveryView(own(row, source, actor), source);
  }

  @AnswersRequest(ReceiveRecords)
  async receive({ id, sourceId, part, records }: PayloadOf<typeof ReceiveRecords>, { actor }: RequestContext): Promise<ReplyOf<typeof ReceiveRecords>> {
    const source = sourceFor(actor, sourceId);
    const read = canonicalLines(source.columns, records);
    if ('faults' in read) throw new RequestRefused({ kind: 'invalid', code: 'ongeldigeInvoer', message: 'Van dit deel is niets opgeslagen: records hebben velden die niet kunnen.', errors: [...read.faults] });
    return this.transactions.run({}, async ({ sql }) => {
      const delivery = own(await lockDelivery(sql, id), source, actor);
      const found = await findDeliveredPart(sql, id, part, read.lines);
      if (found === 'same' || (found === 'absent' && delivery.run_id !== null)) return deliveryView(stillOpen(delivery, found), source);
      if (found === 'different') throw conflict('partDiffers', `Deel ${part} is al met andere records ontvangen. Begin een nieuwe levering.`);
      await addPart(sql, id, part, read.lines, records.length);
      return deliveryView(own(await findDelivery(sql, id), source, actor), source);
    });
  }

  @AnswersRequest(CloseDelivery)
  async close({ id, sourceId, expectedRecords }: PayloadOf<typeof CloseDelivery>, { actor }: RequestContext): Promise<ReplyOf<typeof CloseDelivery>> {
    const source = sourceFor(actor, sourceId);
    const limits = { expectedRecords, maxBytes: this.config.GIDS_MAX_FILE_MB * 1024 * 1024 };
    const row = await this.transactions.run({ runid: id }, async (unit) => {
      const delivery = own(await lockDelivery(unit.sql, id), source, actor);
      if (delivery.run_id === null) await runDelivery(unit, source, delivery, limits, this.clock());
      return findDelivery(unit.sql, id);
    });
    this.worker.poke();
    return deliveryView(own(row, source, actor), source);
  }

  @AnswersRequest(ShowDelivery)
  async show({ id, sourceId }: PayloadOf<typeof ShowDelivery>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowDelivery>> {
    const source = sourceFor(actor, sourceId);
    return deliveryView(own(await findDelivery(sqlOf(this.orm.em.fork()), id), source, actor), source);
  }
}

/** @throws RequestRefused where there is no such source, or somebody may bring nothing of it (R78) */
function sourceFor(asker: Asker, sourceId: string): Source {
  const source = sourceById(sourceId);
  if (!source) throw new RequestRefused({ kind: 'notFound', code: 'unknownSource', message: `Er is geen bron "${sourceId}".` });
  requireRunRight(asker, source.importId, mayStartRun(asker, source.importId, 'PUSH'));
  return source;
}

/** @throws RequestRefused where there is no such delivery of this source, or somebody else opened it */
function own(delivery: DeliveryRow | undefined, source: Source, asker: Asker): DeliveryRow {
  if (delivery?.source_id !== source.id) throw new RequestRefused({ kind: 'notFound', code: 'unknownDelivery', message: 'Deze levering is er niet (meer). Begin een nieuwe.' });
  if (!maySendFile(asker, { importId: source.importId, requestedBy: delivery.requested_by })) throw noRight('Een levering gaat alleen verder van wie haar begon.');
  return delivery;
}

/** @throws RequestRefused where a part is new to a delivery that is closed */
function stillOpen(delivery: DeliveryRow, found: 'same' | 'absent'): DeliveryRow {
  if (found === 'absent') throw conflict('deliveryClosed', 'Deze levering is al afgesloten. Begin een nieuwe voor andere records.');
  return delivery;
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
