import type { ServerResponse } from 'node:http';
import { sourceById } from '@gids/sources';
import type { BulkProgressEvent } from '../bulk-changes/bulk-change.js';
import type { LiveEventFilter, LiveEventRow } from './live-event-store.js';
import { eventText, heartbeatText, openingText } from './server-sent-events.js';

/** Bytes that may wait for one watcher; what comes after stays in the database until it reads on. */
const backlogBytes = 64 * 1024;

/** Somebody who watches the live events over one connection. */
export class Watcher {
  private behindSinceHeartbeat = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly filter: LiveEventFilter,
    /** Number of the last event that it has seen. */
    private seen: number,
    private readonly openedAt: number,
  ) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.write(openingText);
  }

  get lastSeen(): number {
    return this.seen;
  }

  /** Whether it can take in more: a slow reader waits, and the others do not wait for it. */
  get ready(): boolean {
    return this.response.writableLength < backlogBytes;
  }

  /** Passes on those events that it has not seen and wants to see; who was sent away while they were read gets none. */
  send(events: readonly LiveEventRow[]): void {
    if (this.response.writableEnded) return;
    for (const event of events) {
      if (event.seq <= this.seen) continue;
      this.seen = event.seq;
      if (this.wants(event)) this.response.write(eventText(event));
    }
  }

  /** @returns whether it may stay: not one that read nothing between two heartbeats, nor one that is here too long */
  heartbeat(now: number, lifetimeMs: number): boolean {
    const behind = !this.ready;
    if (behind && this.behindSinceHeartbeat) {
      this.response.destroy();
      return false;
    }
    this.behindSinceHeartbeat = behind;
    if (now - this.openedAt >= lifetimeMs) {
      this.end();
      return false;
    }
    if (!behind) this.response.write(heartbeatText);
    return true;
  }

  end(): void {
    this.response.end();
  }

  private wants(event: LiveEventRow): boolean {
    const { filter } = this;
    const { sourceId, runId } = event;
    if (filter.imports && !isWithin(filter.imports, importsOf(event))) return false;
    return (filter.sourceId ?? sourceId) === sourceId && (filter.runId ?? runId) === runId;
  }
}

/** The imports that an event tells of; that of a source nobody knows is nobody's. */
function importsOf({ name, sourceId, data }: LiveEventRow): readonly (string | undefined)[] {
  return name === 'bulk.voortgang' ? (data as BulkProgressEvent).imports : [sourceById(sourceId)?.importId];
}

function isWithin(allowed: readonly string[], told: readonly (string | undefined)[]): boolean {
  return told.every((id) => id !== undefined && allowed.includes(id));
}
