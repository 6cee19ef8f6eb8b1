import type { ServerResponse } from 'node:http';
import type { Log } from '@gids/messaging';
import type { LiveEventFilter, LiveEventStore } from './live-event-store.js';
import { Watcher } from './watcher.js';

export interface LiveFeedTiming {
  /** Time between two looks in the database, while somebody watches. */
  readonly pollMs: number;
  readonly heartbeatMs: number;
  /** A connection ends after this time; browsers connect again by themselves, and must then still be signed in. */
  readonly lifetimeMs: number;
}

export const standardTiming: LiveFeedTiming = { pollMs: 300, heartbeatMs: 15_000, lifetimeMs: 15 * 60_000 };
const pageSize = 500;

/**
 * Passes the live events of the database on to those who watch at this replica. The database is the queue:
 * each watcher has its own place in it, so that joining, resuming and being slow are all the same thing.
 */
export class LiveFeed {
  private readonly watchers = new Set<Watcher>();
  private polling: Promise<void> | undefined;
  private heartbeats: NodeJS.Timeout | undefined;
  private wake: () => void = () => undefined;

  constructor(
    private readonly store: LiveEventStore,
    private readonly log: Log,
    private readonly timing: LiveFeedTiming = standardTiming,
  ) {}

  /**
   * Starts passing events on over a connection.
   * @param after number of the last event that the watcher has seen; only what happens from now on where it is absent
   */
  async join(response: ServerResponse, filter: LiveEventFilter, after: number | undefined): Promise<void> {
    const latest = await this.store.latest();
    const seen = Math.min(after ?? latest, latest);
    if (response.destroyed) return;
    const watcher = new Watcher(response, filter, seen, Date.now());
    this.watchers.add(watcher);
    response.once('close', () => this.leave(watcher));
    this.heartbeats ??= setInterval(() => this.beat(), this.timing.heartbeatMs);
    this.polling ??= this.poll();
  }

  /** Ends all connections and waits for the look in the database that is in hand. */
  async close(): Promise<void> {
    for (const watcher of this.watchers) {
      watcher.end();
      this.leave(watcher);
    }
    await this.polling;
  }

  private leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    if (this.watchers.size > 0) return;
    clearInterval(this.heartbeats);
    this.heartbeats = undefined;
    this.wake();
  }

  private beat(): void {
    for (const watcher of this.watchers) {
      if (!watcher.heartbeat(Date.now(), this.timing.lifetimeMs)) this.leave(watcher);
    }
  }

  private async poll(): Promise<void> {
    while (this.watchers.size > 0) {
      const more = await this.passOn().catch((err: unknown) => {
        this.log.warn({ err }, 'live events cannot be read now');
        return false;
      });
      if (!more) await this.pause();
    }
    this.polling = undefined;
  }

  /** @returns whether there may be more to read at once */
  private async passOn(): Promise<boolean> {
    const ready = [...this.watchers].filter((watcher) => watcher.ready);
    if (ready.length === 0) return false;
    const events = await this.store.after(Math.min(...ready.map((watcher) => watcher.lastSeen)), pageSize);
    for (const watcher of ready) watcher.send(events);
    return events.length === pageSize;
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.timing.pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
