import type { ServiceName } from '@gids/contracts';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Bus } from '../bus.js';
import type { OutboxRelay } from '../outbox/relay.js';

/** What the messaging of one running service consists of. */
export interface MessagingRuntime {
  readonly service: ServiceName;
  readonly bus: Bus;
  readonly orm: MikroORM;
  readonly relay: OutboxRelay;
  readonly consumersAttached: () => boolean;
}

/** Injection token of the runtime. */
export const messagingRuntime = Symbol('MessagingRuntime');
