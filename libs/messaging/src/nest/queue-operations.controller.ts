import {
  consumption,
  ListDeadLetters,
  RedriveDeadLetters,
  ShowQueueState,
  type EventLane,
  type PayloadOf,
  type ReplyOf,
} from '@gids/contracts';
import { inTransaction, sqlOf } from '@gids/persistence';
import { Controller, Inject } from '@nestjs/common';
import { countOpenDeadLetters, listDeadLetters, redriveDeadLetters } from '../dead-letters/dead-letters.js';
import { countWaitingFrames } from '../outbox/outbox.js';
import { queueOf } from '../topology.js';
import { AnswersRequest } from './decorators.js';
import { messagingRuntime, type MessagingRuntime } from './runtime.js';

/** What every service answers about its own queues and dead letters. */
@Controller()
export class QueueOperationsController {
  constructor(@Inject(messagingRuntime) private readonly runtime: MessagingRuntime) {}

  @AnswersRequest(ShowQueueState)
  async showQueueState(): Promise<ReplyOf<typeof ShowQueueState>> {
    const sql = sqlOf(this.runtime.orm.em.fork());
    const { service, bus, consumersAttached } = this.runtime;
    const lanes = (Object.keys(consumption[service]) as EventLane[]).filter((lane) => consumption[service][lane].length > 0);
    const names = lanes.map((lane) => queueOf(service, lane));
    const queues = await Promise.all(
      names.map(async (name) => ({ name, ready: await bus.depth(name), consumersAttached: consumersAttached() })),
    );
    return { queues, outboxWaiting: await countWaitingFrames(sql), deadLettersOpen: await countOpenDeadLetters(sql) };
  }

  @AnswersRequest(ListDeadLetters)
  async listDeadLetters(filter: PayloadOf<typeof ListDeadLetters>): Promise<ReplyOf<typeof ListDeadLetters>> {
    return listDeadLetters(sqlOf(this.runtime.orm.em.fork()), filter);
  }

  @AnswersRequest(RedriveDeadLetters)
  async redriveDeadLetters({ ids }: PayloadOf<typeof RedriveDeadLetters>): Promise<ReplyOf<typeof RedriveDeadLetters>> {
    const redriven = await inTransaction(this.runtime.orm, (em) => redriveDeadLetters(sqlOf(em), ids));
    this.runtime.relay.poke();
    return { redriven };
  }
}
