import { envelopeSchema, EventsSetAside, type Envelope, type ServiceName } from '@gids/contracts';
import type { WireMessage } from '../bus.js';
import { storeDeadLetter, type DeadLetterReason, type SetAside } from '../dead-letters/dead-letters.js';
import type { InvalidEvent } from '../frames/read.js';
import { markMessage } from '../inbox/inbox.js';
import type { Log } from '../log.js';
import type { Transactions } from '../transactions.js';
import { messageOf, type Unit } from './unit.js';

/** Why something is set aside. */
export interface Trouble {
  readonly reason: DeadLetterReason;
  readonly text: string;
  readonly attempts: number;
  readonly error?: unknown;
}

/** Reasons that lie in the message itself: it never had an effect. */
const unreadable: ReadonlySet<DeadLetterReason> = new Set(['malformed', 'unknownType', 'invalid']);

export interface SettingAsideOptions {
  readonly service: ServiceName;
  readonly queue: string;
  readonly transactions: Transactions;
  readonly log: Log;
}

/** Puts what could not be processed among the dead letters of a queue, and tells its run not to wait for it. */
export class SettingAside {
  constructor(private readonly options: SettingAsideOptions) {}

  /** A whole message. */
  async message(message: WireMessage, { reason, text, attempts }: Trouble): Promise<void> {
    this.options.log.error({ messageId: message.id, type: message.type, reason, error: text }, 'message is set aside');
    await this.store({ message, reason, error: text, attempts });
  }

  /** An event of a frame that does not keep its contract. A frame of one keeps its id, so that it is known when it comes back. */
  async invalidEvent(message: WireMessage, { index, text, error }: InvalidEvent, alone: boolean): Promise<void> {
    const id = alone ? message.id : `${message.id}/${index}`;
    await this.store({ message: { ...message, id, body: Buffer.from(`[${text}]`) }, reason: 'invalid', error, attempts: 1 });
  }

  /** The one event of a unit that could not be handled. */
  async event(unit: Unit, { subject }: Envelope, frame: WireMessage, { reason, text, attempts, error }: Trouble): Promise<void> {
    this.options.log.error({ messageId: unit.id, type: frame.type, subject, reason, err: error }, 'event is set aside');
    await this.store({ message: messageOf(unit, frame), subject, reason, error: text, attempts });
  }

  private async store(letter: Omit<SetAside, 'queue'>): Promise<void> {
    const { service, queue, transactions } = this.options;
    const { message, reason } = letter;
    const runid = runOf(message);
    await transactions.run(runid === undefined ? {} : { runid }, async ({ sql, emit }) => {
      const stillMissing = await markMessage(sql, message.id, 'dead');
      if (!stillMissing && !unreadable.has(reason)) return;
      const isNew = await storeDeadLetter(sql, { ...letter, queue });
      const count = eventsIn(message.body);
      if (isNew && runid !== undefined && count > 0) emit(EventsSetAside, { service, eventType: message.type, count });
    });
  }
}

/**
 * The run that waits for a message. A stranger's header may hold anything, and what tells of set-aside events is not
 * told of itself: both would come back as dead letters without end.
 */
function runOf({ type, headers }: WireMessage): string | undefined {
  if (type === EventsSetAside.type) return undefined;
  const runid = envelopeSchema.shape.runid.safeParse(headers.runid);
  return runid.success ? runid.data : undefined;
}

function eventsIn(body: Buffer): number {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return Array.isArray(value) ? value.length : 0;
  } catch {
    return 0;
  }
}
