/** Text that travels beside a message; never personal data (N18). */
export interface MessageHeaders {
  /** Id of the import run, where there is one. */
  readonly runid?: string;
  /** How often this message was put off before; counted by us, not by the broker. */
  readonly attempt?: number;
  readonly traceparent?: string;
}

/** One message on the wire: a frame of events, or whatever a stranger sent. */
export interface WireMessage {
  /** Id of the frame; kept when it is sent again. */
  readonly id: string;
  /** CloudEvents type of the events in it; also the routing key. */
  readonly type: string;
  readonly headers: MessageHeaders;
  readonly body: Buffer;
}

/** A message as a consumer gets it. */
export interface Delivery {
  readonly message: WireMessage;
  /** It may have been handed out before, to somebody who did not settle it. */
  readonly redelivered: boolean;
  /** The bus gave up handing it out, because its consumers kept dying on it. */
  readonly givenUp: boolean;
}

/** What becomes of a delivery: gone, or handed out again after a delay with these headers. */
export type Settlement = 'done' | { readonly retryAfter: number; readonly headers: MessageHeaders };

export type DeliveryHandler = (delivery: Delivery) => Promise<Settlement>;
export type RequestHandler = (payload: Buffer) => Promise<Buffer>;

/** A queue and the event types that are copied into it. */
export interface QueueDefinition {
  readonly name: string;
  readonly types: readonly string[];
}

/** All queues that must be there before the first message is published. */
export interface Topology {
  readonly queues: readonly QueueDefinition[];
  /** Queues that take requests: apart, so that a person never waits behind a file. */
  readonly requestQueues: readonly string[];
}

/** Delays, in milliseconds, that a bus can put a message off for. */
export const retryDelays = [1_000, 10_000, 60_000, 600_000] as const;
export type RetryDelay = (typeof retryDelays)[number];

export interface Subscription {
  /** Whether the consumer is attached to its queue right now; part of readiness. */
  attached(): boolean;
  /** Takes in no more and waits for what is in hand. */
  drain(): Promise<void>;
}

/**
 * Carries messages between services. Two implementations pass one conformance suite:
 * RabbitMQ for the distributed form, a table in PostgreSQL for the standalone one.
 */
export interface Bus {
  /** Creates what the topology names; repeatable, also by many at once. */
  declare(): Promise<void>;
  /**
   * Copies a message into every queue bound to its type.
   * @throws UnroutableError where no queue is bound; any other rejection means *unknown*: send the same id again.
   */
  publish(message: WireMessage): Promise<void>;
  /** Puts a message into one queue: redrive. */
  publishTo(queue: string, message: WireMessage): Promise<void>;
  /** Hands out messages, at most `prefetch` at a time; a handler that throws gets its message again. */
  subscribe(queue: string, handler: DeliveryHandler, options: { prefetch: number }): Promise<Subscription>;
  /** Asks and waits for the answer. @throws RequestUnanswered after `timeout` milliseconds or where nobody serves. */
  request(queue: string, payload: Buffer, timeout: number): Promise<Buffer>;
  serve(queue: string, handler: RequestHandler): Promise<Subscription>;
  /** How many messages wait in a queue. */
  depth(queue: string): Promise<number>;
  isConnected(): boolean;
  close(): Promise<void>;
}

/** Nobody is bound to this type: the message would be lost. */
export class UnroutableError extends Error {
  override readonly name = 'UnroutableError';

  constructor(readonly type: string) {
    super(`No queue is bound to ${type}`);
  }
}

/** A request got no answer in time, or there is nobody to answer it. */
export class RequestUnanswered extends Error {
  override readonly name = 'RequestUnanswered';
}
