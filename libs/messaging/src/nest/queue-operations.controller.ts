import {
  consumption,
  ListDeadLetters,
  noRight,
  RedriveDeadLetters,
  ShowQueueState,
  type Actor,
  type EventLane,
  type PayloadOf,
  type ReplyOf,
} from '@gids/contracts';
import { inTransaction, sqlOf } from '@gids/persistence';
import { Controller, Inject } from '@nestjs/common';
import { countOpenDeadLetters, listDeadLetters, redriveDeadLetters } from '../dead-letters/dead-letters.js';
import { countWaitingFrames } from '../outbox/outbox.js';
import type { RequestContext } from '../requests/request-context.js';
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
  async listDeadLetters(filter: PayloadOf<typeof ListDeadLetters>, { actor }: RequestContext): Promise<ReplyOf<typeof ListDeadLetters>> {
    requireAdministrator(actor);
    return listDeadLetters(sqlOf(this.runtime.orm.em.fork()), filter);
  }

  @AnswersRequest(RedriveDeadLetters)
  async redriveDeadLetters({ ids }: PayloadOf<typeof RedriveDeadLetters>, { actor }: RequestContext): Promise<ReplyOf<typeof RedriveDeadLetters>> {
    requireAdministrator(actor);
    const redriven = await inTransaction(this.runtime.orm, (em) => redriveDeadLetters(sqlOf(em), ids));
    this.runtime.relay.poke();
    return { redriven };
  }
}

/** Messages hold what any import brought. @throws RequestRefused (403) where somebody does not run the installation (R78) */
function requireAdministrator(asker: Actor | undefined): void {
  if (asker === undefined || (asker.kind === 'PERSON' && asker.systemAdministrator)) return;
  throw noRight('Terzijde gelegde berichten zijn voor systeembeheerders.');
}
