import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';

export interface EventuallyOptions<T> {
  /** Milliseconds before giving up; 10,000 unless told. */
  readonly within?: number;
  /** Whether what was seen is what is waited for; unless told, anything but false, null, undefined, 0 and ''. */
  readonly until?: (seen: T) => boolean;
}

const POLL_MS = 25;

/**
 * Waits for a fact, by looking again and again. A look that throws counts as "not yet".
 *
 * @returns what was seen when it was true
 * @throws Error that tells what was seen last, when the time is over
 */
export async function eventually<T>(look: () => T | Promise<T>, options: EventuallyOptions<T> = {}): Promise<T> {
  const { within = 10_000, until = Boolean } = options;
  const deadline = Date.now() + within;
  for (;;) {
    const seen = await attempt(look);
    if ('value' in seen && until(seen.value)) return seen.value;
    if (Date.now() >= deadline) throw notSeen(within, seen);
    await delay(POLL_MS);
  }
}

type Seen<T> = { readonly value: T } | { readonly error: unknown };

async function attempt<T>(look: () => T | Promise<T>): Promise<Seen<T>> {
  try {
    return { value: await look() };
  } catch (error) {
    return { error };
  }
}

function notSeen<T>(within: number, seen: Seen<T>): Error {
  if ('value' in seen) return new Error(`Not within ${within} ms. Seen last: ${inspect(seen.value, { depth: 4 })}`);
  return new Error(`Not within ${within} ms. The last look failed: ${String(seen.error)}`, { cause: seen.error });
}
