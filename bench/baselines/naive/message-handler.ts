import type { EntityManager } from '@mikro-orm/core';
import { Inbox, Outbox } from './entities.ts';
import type { Message } from './messages.ts';
import { outgoing } from './outbox-relay.ts';
import type { Stage } from './stage.ts';

/** Handles one message of a stage: inbox, state and outbox in one transaction with one flush. */
export class MessageHandler {
  readonly #em: EntityManager;
  readonly #stage: Stage;
  readonly #handled: () => void;

  /** @param handled called after the commit of each message that was new */
  constructor(em: EntityManager, stage: Stage, handled: () => void) {
    this.#em = em;
    this.#stage = stage;
    this.#handled = handled;
  }

  /** Rejects when the transaction fails; a message that was handled before is left alone. */
  async handle(message: Message<never>): Promise<void> {
    const fresh = await this.#em.fork().transactional((em) => this.#apply(em, message));
    if (fresh) this.#handled();
  }

  async #apply(em: EntityManager, message: Message<never>): Promise<boolean> {
    if (await em.findOne(Inbox, message.id)) return false;
    em.create(Inbox, { id: message.id, handledAt: new Date() });
    const data = await this.#stage.consumes?.handle(em, message.data);
    if (data && this.#stage.emits) em.create(Outbox, outgoing(this.#stage.emits.type, data));
    return true;
  }
}
