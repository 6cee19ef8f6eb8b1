import { classifyError } from '@gids/persistence';
import { retryDelays, type MessageHeaders, type Settlement } from '../bus.js';

/** How failing work is tried again; the order of the steps is fixed (DESIGN §3). */
export interface RetryPolicy {
  /** Tries in place for a transient error, with jitter between them. */
  readonly inPlace: number;
  /** Tries in place while a dependency is away, before the message is put off. */
  readonly whileUnavailable: number;
  /** Deliveries that may end the process before its events are handled one by one, and then set aside. */
  readonly crashes: number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

export const standardRetryPolicy: RetryPolicy = {
  inPlace: 4,
  whileUnavailable: 8,
  crashes: 3,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

/** Thrown when tries in place did not help. */
export class PutOff extends Error {
  override readonly name = 'PutOff';

  constructor(
    readonly kind: 'transient' | 'unavailable',
    override readonly cause: unknown,
  ) {
    super(`Put off: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/**
 * Runs work and tries it again in place where its error may pass.
 * @throws PutOff where it does not pass soon; the error itself where it lies in the work
 */
export async function tryInPlace<Result>(work: () => Promise<Result>, policy: RetryPolicy): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const kind = classifyError(error);
      if (kind === 'other') throw error;
      if (attempt >= (kind === 'transient' ? policy.inPlace : policy.whileUnavailable)) throw new PutOff(kind, error);
      await policy.pause(backoff(attempt, policy.random));
    }
  }
}

/**
 * Where a message goes that was put off: the next rung of the ladder, or undefined where it has
 * climbed them all. A dependency that is away costs no rung: the message is not to blame.
 */
export function nextRung(headers: MessageHeaders, kind: PutOff['kind']): Settlement | undefined {
  if (kind === 'unavailable') return { retryAfter: retryDelays[1], headers };
  const attempt = headers.attempt ?? 0;
  const retryAfter = retryDelays[attempt];
  return retryAfter === undefined ? undefined : { retryAfter, headers: { ...headers, attempt: attempt + 1 } };
}

function backoff(attempt: number, random: () => number): number {
  return Math.min(50 * 2 ** attempt, 3_000) * (0.5 + random());
}
