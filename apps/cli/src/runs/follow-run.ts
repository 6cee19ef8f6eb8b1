import { setTimeout as pause } from 'node:timers/promises';
import { mayPass, type GatewayClient } from '../gateway/gateway-client.js';
import { runPath, runSchema, type Run } from '../gateway/run.js';
import { isSettled } from './run-words.js';

/** How a run is followed; times in milliseconds. */
export interface Following {
  /** Ends the following, not the run. */
  readonly signal: AbortSignal;
  /** Time between two looks when nothing announces a change. */
  readonly everyMs?: number;
  /** Time between two looks at least, however much is announced: looking is work for the gateway too. */
  readonly atLeastMs?: number;
  /** Time that the gateway may be away, for a restart, before it is given up. */
  readonly patienceMs?: number;
  /** Is told once when the gateway does not answer. */
  readonly onAway?: () => void;
}

/**
 * Yields the run at every look until nothing more happens to it. The run itself is the only truth; the event
 * stream merely tells when to look, so a stream that breaks or is refused costs no more than a moment.
 * @throws CommandFailed when the run cannot be read, or the gateway stays away for too long
 */
export async function* followRun(gateway: GatewayClient, id: string, following: Following): AsyncGenerator<Run> {
  const { signal, everyMs = 1_000, atLeastMs = 200 } = following;
  const ended = new AbortController();
  const announcements = new Announcements(gateway, id, AbortSignal.any([signal, ended.signal]));
  try {
    while (!signal.aborted) {
      const run = await look(gateway, id, following);
      if (!run) return;
      yield run;
      if (isSettled(run)) return;
      await pause(atLeastMs, undefined, { signal }).catch(() => undefined);
      await announcements.next(everyMs - atLeastMs);
    }
  } finally {
    ended.abort();
  }
}

/** Looks once, and again while the gateway is away; nothing when the user stops it. */
async function look(gateway: GatewayClient, id: string, following: Following): Promise<Run | undefined> {
  const { signal, everyMs = 1_000, patienceMs = 120_000, onAway } = following;
  const until = Date.now() + patienceMs;
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      return await gateway.get(runSchema, runPath(id));
    } catch (error) {
      if (!mayPass(error) || Date.now() >= until) throw error;
      if (tries === 0) onAway?.();
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

/** The event stream of a run, opened anew when it has ended. */
class Announcements {
  private open = false;
  private announce: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(
    private readonly gateway: GatewayClient,
    private readonly runId: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves at the next announcement, after so many milliseconds, or when the following ends. */
  async next(atMostMs: number): Promise<void> {
    if (!this.open) void this.listen();
    const over = new AbortController();
    const timer = pause(atMostMs, undefined, { signal: AbortSignal.any([this.signal, over.signal]) }).catch(() => undefined);
    await Promise.race([this.announce.promise, timer]);
    over.abort();
    this.announce = Promise.withResolvers();
  }

  private async listen(): Promise<void> {
    this.open = true;
    try {
      const signs = this.gateway.signs('/v1/gebeurtenissen', { runId: this.runId }, this.signal);
      while (!(await signs.next()).done) this.announce.resolve();
    } catch {
      // A broken stream is no news: the next look tells how the run stands, and whether the gateway is there.
    } finally {
      this.open = false;
    }
  }
}
