import type { ServiceName } from '@gids/contracts';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { packFrames } from './frames/pack.js';
import { appendToOutbox } from './outbox/outbox.js';
import { OutgoingEvents, type Origin } from './outbox/outgoing-events.js';
import type { OutboxRelay } from './outbox/relay.js';

/** One transaction of a service: its state and the events that tell of it, together or not at all. */
export interface UnitOfWork {
  readonly em: EntityManager;
  readonly sql: Sql;
  readonly emit: OutgoingEvents['emit'];
}

/** Runs work in a transaction that also holds its outgoing events (transactional outbox). */
export class Transactions {
  constructor(
    private readonly service: ServiceName,
    private readonly orm: MikroORM,
    private readonly relay: Pick<OutboxRelay, 'poke'>,
    readonly now: () => Date = () => new Date(),
  ) {}

  /** @param origin the run and the event that the work follows from */
  async run<Result>(origin: Origin, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    let leaving = 0;
    const result = await inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      const outgoing = new OutgoingEvents(this.service, origin, this.now);
      const done = await work({ em, sql, emit: outgoing.emit.bind(outgoing) });
      leaving = outgoing.collected.length;
      await appendToOutbox(sql, packFrames(outgoing.collected));
      return done;
    });
    if (leaving > 0) this.relay.poke();
    return result;
  }
}
