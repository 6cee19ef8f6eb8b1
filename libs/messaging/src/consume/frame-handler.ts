import type { Envelope, EventDefinition } from '@gids/contracts';
import type { UnitOfWork } from '../transactions.js';

/** What a handler gets beside the events: the transaction of its frame. */
export interface FrameContext extends UnitOfWork {
  readonly definition: EventDefinition;
}

/** Handles the events of one frame in one transaction; it may be called again with the same events. */
export type FrameHandler = (events: readonly Envelope[], context: FrameContext) => Promise<void>;
