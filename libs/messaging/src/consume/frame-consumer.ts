import type { Envelope, EventDefinition, ServiceName } from '@gids/contracts';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Delivery, Settlement, WireMessage } from '../bus.js';
import { readFrame } from '../frames/read.js';
import { claimMessage, countAttempt, markMessage, type Claim, type InboxState } from '../inbox/inbox.js';
import type { Log } from '../log.js';
import { originOf } from '../outbox/outgoing-events.js';
import type { Transactions } from '../transactions.js';
import type { FrameHandler } from './frame-handler.js';
import { nextRung, PutOff, tryInPlace, type RetryPolicy } from './retry-policy.js';
import { SettingAside, type Trouble } from './setting-aside.js';
import { halvesOf, type Unit } from './unit.js';

/** What became of a frame, for the metrics. */
export interface FrameOutcome {
  /** CloudEvents type; `unknown` where nobody declared it. */
  readonly type: string;
  readonly outcome: 'ok' | 'duplicate' | 'retry' | 'dead';
  readonly milliseconds: number;
}

export interface FrameConsumerOptions {
  readonly service: ServiceName;
  readonly queue: string;
  readonly orm: MikroORM;
  readonly transactions: Transactions;
  readonly handlerOf: (definition: EventDefinition) => FrameHandler | undefined;
  readonly lookup: (type: string) => EventDefinition | undefined;
  readonly policy: RetryPolicy;
  readonly log: Log;
  /** Told of every frame, for the metrics. */
  readonly observe?: (outcome: FrameOutcome) => void;
}

interface Frame {
  readonly message: WireMessage;
  readonly definition: EventDefinition;
  readonly handler: FrameHandler;
}

/**
 * How carefully a unit is handled. `none`: it is new. `counted`: it was handed out before, so its attempts are
 * counted before they start. `alone`: the process kept ending on it, so its events are handled one by one.
 */
type Care = 'none' | 'counted' | 'alone';
type Outcome = 'ok' | 'duplicate' | 'dead';

/**
 * Takes a delivery to its end, whatever it holds: its effect once, or a dead letter that says why not,
 * or a later try. It does so in the fixed order: in place, put off, set aside (DESIGN §3).
 */
export class FrameConsumer {
  private readonly settingAside: SettingAside;
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: FrameConsumerOptions) {
    this.settingAside = new SettingAside(options);
  }

  /** @throws only where the message should simply be handed out again, such as when dead letters cannot be stored. */
  async handle(delivery: Delivery): Promise<Settlement> {
    const { message } = delivery;
    const started = performance.now();
    try {
      const outcome = delivery.givenUp ? await this.setAsideWhole(message, givenUp) : await this.handleFrame(delivery);
      this.observe(message, outcome, started);
      return 'done';
    } catch (error) {
      if (!(error instanceof PutOff)) throw error;
      this.options.log.warn({ messageId: message.id, type: message.type, err: error.cause }, 'message is put off');
      const later = nextRung(message.headers, error.kind);
      if (!later) await this.setAsideWhole(message, { reason: 'exhausted', text: error.message });
      this.observe(message, later ? 'retry' : 'dead', started);
      return later ?? 'done';
    }
  }

  private async handleFrame({ message, redelivered }: Delivery): Promise<Outcome> {
    const reading = readFrame(message, this.options.lookup);
    if (reading.kind === 'unusable') return this.setAsideWhole(message, { reason: reading.reason, text: reading.error });
    const { definition, events, invalid } = reading;
    const handler = this.options.handlerOf(definition);
    if (!handler) return this.setAsideWhole(message, { reason: 'unknownType', text: `${this.options.service} has no handler for ${message.type}` });
    for (const one of invalid) await this.inPlace(() => this.settingAside.invalidEvent(message, one, invalid.length + events.length === 1));
    if (events.length === 0) return 'dead';
    const frame = { message, definition, handler };
    const unit = { id: message.id, events };
    return redelivered ? this.inTurn(() => this.handleUnit(frame, unit, 'counted')) : this.handleUnit(frame, unit, 'none');
  }

  /** What was handed out before is handled one at a time, so that a process that ends counts against the one that ended it. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.lastTurn.then(work, work);
    this.lastTurn = turn;
    return turn;
  }

  private async handleUnit(frame: Frame, unit: Unit, care: Care): Promise<Outcome> {
    if (care !== 'none') {
      const { attempts, state } = await this.inPlace(() => this.inTransaction(unit.id, countAttempt));
      if (state === 'done' || state === 'dead') return settled[state];
      if (attempts > this.options.policy.crashes || (care === 'alone' && unit.events.length > 1)) {
        return this.handleParts(frame, unit, 'alone', crashed(attempts));
      }
      if (state === 'split') return this.handleHalves(frame, unit, 'counted');
    }
    return this.tryUnit(frame, unit);
  }

  private async tryUnit(frame: Frame, unit: Unit): Promise<Outcome> {
    const result = await this.inPlace(() => this.makeEffect(frame, unit)).catch((error: unknown) => troubleOf(error, frame));
    if (typeof result === 'object') return this.handleParts(frame, unit, 'none', result);
    return result === 'split' ? this.handleHalves(frame, unit, 'none') : settled[result];
  }

  private async makeEffect({ definition, handler }: Frame, unit: Unit): Promise<Claim> {
    return this.options.transactions.run(originOf(unit.events[0] as Envelope), async (work) => {
      const claim = await claimMessage(work.sql, unit.id);
      if (claim === 'claimed') await handler(unit.events, { ...work, definition });
      return claim;
    });
  }

  /** A unit that fails because of its content is halved until only the bad event is left. */
  private async handleParts(frame: Frame, unit: Unit, care: Care, trouble: Trouble): Promise<Outcome> {
    const [only] = unit.events;
    if (unit.events.length === 1 && only) {
      await this.inPlace(() => this.settingAside.event(unit, only, frame.message, trouble));
      return 'dead';
    }
    const { reason, error: err } = trouble;
    this.options.log.warn({ messageId: unit.id, type: frame.message.type, events: unit.events.length, reason, err }, 'frame is handled in parts');
    return this.handleHalves(frame, unit, care);
  }

  private async handleHalves(frame: Frame, unit: Unit, care: Care): Promise<Outcome> {
    const stillMissing = await this.mark(unit, 'split');
    if (!stillMissing) return 'duplicate';
    for (const half of halvesOf(unit)) await this.handleUnit(frame, half, care);
    await this.mark(unit, 'done');
    return 'ok';
  }

  private async setAsideWhole(message: WireMessage, { reason, text }: Pick<Trouble, 'reason' | 'text'>): Promise<'dead'> {
    const attempts = attemptsOf(message);
    await this.inPlace(() => this.settingAside.message(message, { reason, text, attempts }));
    return 'dead';
  }

  private mark(unit: Unit, state: InboxState): Promise<boolean> {
    return this.inPlace(() => this.inTransaction(unit.id, (sql, id) => markMessage(sql, id, state)));
  }

  private inTransaction<Result>(id: string, work: (sql: Sql, id: string) => Promise<Result>): Promise<Result> {
    return inTransaction(this.options.orm, (em) => work(sqlOf(em), id));
  }

  private inPlace<Result>(work: () => Promise<Result>): Promise<Result> {
    return tryInPlace(work, this.options.policy);
  }

  private observe(message: WireMessage, outcome: FrameOutcome['outcome'], started: number): void {
    const type = this.options.lookup(message.type) ? message.type : 'unknown';
    this.options.observe?.({ type, outcome, milliseconds: performance.now() - started });
  }
}

const givenUp = { reason: 'crashed', text: 'Consumers ended again and again while handling this message' } as const;

/** What was set aside waits for its redrive, which opens it again. */
const settled = { claimed: 'ok', done: 'duplicate', dead: 'dead' } as const;

function crashed(attempts: number): Trouble {
  return { reason: 'crashed', text: `The process ended ${attempts - 1} times while handling this`, attempts: attempts - 1 };
}

/** @throws PutOff where a later try of the whole message may help */
function troubleOf(error: unknown, { message }: Frame): Trouble {
  const isLastTry = nextRung(message.headers, 'transient') === undefined;
  if (error instanceof PutOff && (error.kind === 'unavailable' || !isLastTry)) throw error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { reason: error instanceof PutOff ? 'exhausted' : 'failed', text, attempts: attemptsOf(message), error };
}

function attemptsOf({ headers }: WireMessage): number {
  return (headers.attempt ?? 0) + 1;
}
