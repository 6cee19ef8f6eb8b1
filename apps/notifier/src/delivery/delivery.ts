import type { DeliveryDecision, DeliveryStateCode } from '@gids/contracts';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/**
 * Where a mail is on its way. `unconfirmed`: the server may have it, its answer is not known. Such a mail is
 * never sent again by itself, a person decides (RELIABILITY §0 fact 10); nor is what is `held` (D 60).
 */
export type DeliveryState = Lowercase<DeliveryStateCode>;

export interface Delivery {
  readonly state: DeliveryState;
  /** How often it was taken in hand; also tells one holder of the lease from the next. */
  readonly attempts: number;
  /** Since when it is tried: from its writing, or from when a person sent it again. */
  readonly since: Date;
  /** The next attempt, or the end of the lease of who has it in hand; null where nothing follows by itself. */
  readonly dueAt: Date | null;
  /** What the last attempt met. */
  readonly detail: string | null;
}

/** How an attempt ended. `code` is short and holds no address: it may be logged (N38). */
export interface Outcome {
  readonly kind:
    | 'accepted'
    /** This message not now: 4xx. */
    | 'refusedForNow'
    /** The mail server cannot be used now; the message is not to blame. */
    | 'unreachable'
    /** This message never: 5xx. */
    | 'refused'
    /** The content left and no answer came. */
    | 'unknown';
  readonly code: string;
  readonly detail: string;
}

export type Step =
  | { readonly kind: 'taken'; readonly leaseMs: number }
  /** Who had it in hand did not come back. */
  | { readonly kind: 'leaseEnded'; readonly repeatable: boolean }
  /** A person knows better, or wants it to be tried again. */
  | { readonly kind: 'decided'; readonly decision: DeliveryDecision }
  | Outcome;

/** After this time a message that is still not accepted fails for good. */
export const longestTry = 3 * day;

/** Pauses double with each attempt, up to a longest one: short for a server that is away, long for greylisting. */
const pauses = {
  unreachable: { first: 30 * second, longest: 5 * minute },
  refusedForNow: { first: minute, longest: 60 * minute },
} as const;

/**
 * The next state of a delivery.
 * @throws Error where the step does not belong to the state, such as taking what may have arrived already
 */
export function decide(delivery: Delivery, step: Step, now: Date): Delivery {
  assertFollows(delivery, step);
  switch (step.kind) {
    case 'taken':
      return { ...delivery, state: 'sending', attempts: delivery.attempts + 1, dueAt: later(now, step.leaseMs) };
    case 'accepted':
      return ended(delivery, 'sent', step.detail);
    case 'refused':
      return ended(delivery, 'failed', step.detail);
    case 'unknown':
      return ended(delivery, 'unconfirmed', step.detail);
    case 'decided':
      return afterDecision(delivery, step.decision, now);
    case 'leaseEnded':
      return afterLease(delivery, step.repeatable, now);
    case 'refusedForNow':
    case 'unreachable':
      return defer(delivery, step.kind, step.detail, now);
  }
}

function assertFollows({ state }: Delivery, { kind }: Step): void {
  if (!statesBefore(kind).includes(state)) throw new Error(`A delivery that is ${state} cannot become ${kind}`);
}

/** @returns whether a delivery waits for a person to say what became of it, or whether to try again */
export function canBeDecided(state: DeliveryState): boolean {
  return statesBefore('decided').includes(state);
}

function statesBefore(kind: Step['kind']): readonly DeliveryState[] {
  if (kind === 'taken') return ['pending', 'deferred'];
  return kind === 'decided' ? ['unconfirmed', 'failed'] : ['sending'];
}

/** What is sent again gets all the time that a new mail gets. */
function afterDecision(delivery: Delivery, decision: DeliveryDecision, now: Date): Delivery {
  if (decision === 'SENT') return { ...delivery, state: 'sent', dueAt: null };
  return { ...delivery, state: 'pending', since: now, dueAt: now };
}

/** The mail may have left in the time of the lease; only where a repeat does no harm is it tried again. */
function afterLease(delivery: Delivery, repeatable: boolean, now: Date): Delivery {
  const detail = 'The process that had this mail in hand ended before it stored the outcome';
  return repeatable ? { ...delivery, state: 'deferred', dueAt: now, detail } : ended(delivery, 'unconfirmed', detail);
}

function defer(delivery: Delivery, kind: keyof typeof pauses, detail: string, now: Date): Delivery {
  const dueAt = later(now, pauseAfter(delivery.attempts, kind));
  const givesUp = dueAt.getTime() - delivery.since.getTime() > longestTry;
  return givesUp ? ended(delivery, 'failed', detail) : { ...delivery, state: 'deferred', dueAt, detail };
}

function pauseAfter(attempts: number, kind: keyof typeof pauses): number {
  const { first, longest } = pauses[kind];
  return Math.min(first * 2 ** (attempts - 1), longest);
}

function ended(delivery: Delivery, state: DeliveryState, detail: string): Delivery {
  return { ...delivery, state, dueAt: null, detail };
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
