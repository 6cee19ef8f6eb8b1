import { sqlOf, type Sql } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { BulkProgressEvent } from '../bulk-changes/bulk-change.js';
import type { LiveEventName, RunProgressEvent, RunStatusEvent } from '../api/live-event.js';

/** A live event as it is kept. */
export interface LiveEventRow {
  readonly seq: number;
  readonly name: LiveEventName;
  readonly sourceId: string;
  readonly runId: string;
  readonly data: unknown;
}

/** What a watcher wants to see; absent means all. */
export interface LiveEventFilter {
  readonly sourceId?: string | undefined;
  readonly runId?: string | undefined;
  /** Only of these imports: those of which the watcher has the importrecht (R78). */
  readonly imports?: readonly string[] | undefined;
}

/**
 * Keeps a live event in the transaction of its frame. Writers wait for each other, so that numbers
 * become visible in their order: a reader that asks for what comes after a number misses nothing.
 */
export async function appendLiveEvents(sql: Sql, name: LiveEventName, events: readonly (RunStatusEvent | RunProgressEvent | BulkProgressEvent)[], occurredAt: Date): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended('gateway.live_event', 0))");
  for (const event of events) {
    await sql.run('INSERT INTO live_event (name, source_id, run_id, data, occurred_at) VALUES ($1, $2, $3, $4, $5)', [
      name,
      'bron' in event ? event.bron : '',
      'runId' in event ? event.runId : event.bulkwijzigingId,
      JSON.stringify(event),
      occurredAt,
    ]);
  }
}

/** Reads the live events back, for those who watch. */
@Injectable()
export class LiveEventStore {
  constructor(private readonly orm: MikroORM) {}

  /** @returns the number of the latest event; 0 where there is none */
  async latest(): Promise<number> {
    const [row] = await this.sql().all<{ seq: string }>('SELECT coalesce(max(seq), 0) AS seq FROM live_event');
    return Number(row?.seq ?? 0);
  }

  /** @returns the events after a number, oldest first */
  async after(seq: number, limit: number): Promise<LiveEventRow[]> {
    const rows = await this.sql().all<Omit<LiveEventRow, 'seq'> & { seq: string }>(
      'SELECT seq, name, source_id AS "sourceId", run_id AS "runId", data FROM live_event WHERE seq > $1 ORDER BY seq LIMIT $2',
      [seq, limit],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** Forgets events from before a moment. */
  async purge(before: Date): Promise<void> {
    await this.sql().run('DELETE FROM live_event WHERE occurred_at < $1', [before]);
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
