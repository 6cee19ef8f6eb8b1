import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';

/** Who asked: a person, the command line, a script, somebody who was not signed in, or the house itself. */
export type AuditActorKind = 'account' | 'token' | 'key' | 'anonymous' | 'house';

/** That somebody asked for something. */
export interface AuditEntry {
  readonly actorKind: AuditActorKind;
  /** Name of the account, token or key. */
  readonly actor: string | undefined;
  /** IP address. */
  readonly address: string | undefined;
  readonly correlationId: string;
  /** Operation id. */
  readonly operation: string;
  /** Path under `/v1`, such as `organisatieimporten/1042`. */
  readonly object: string;
  /** Without what may not be kept (`redact`). */
  readonly asked?: unknown;
}

/** How that ended. */
export interface AuditOutcome {
  /** HTTP status. */
  readonly status: number;
  /** Account that was signed in. */
  readonly signedIn?: string | undefined;
  /** What of the object changed, without what may not be kept. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Older entries may go; the database itself refuses to remove younger ones, and counts in years, so that a day more is sure. */
const retention = "interval '7 years 1 day'";

/** The audit log: it only grows (RELIABILITY e27). */
@Injectable()
export class AuditLog {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the id of the entry, to complete it with */
  begin(entry: AuditEntry): Promise<string> {
    return this.insertEntry(sqlOf(this.orm.em.fork()), entry);
  }

  /** Tells how it ended. An entry that nobody completes stands for something of which nobody knows how it ended. */
  complete(entryId: string, outcome: AuditOutcome): Promise<void> {
    return this.insertOutcome(sqlOf(this.orm.em.fork()), entryId, outcome);
  }

  /** Writes something that is over already. */
  record(entry: AuditEntry, outcome: AuditOutcome): Promise<void> {
    return inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      await this.insertOutcome(sql, await this.insertEntry(sql, entry), outcome);
    });
  }

  /** Forgets entries of more than seven years ago. */
  async purge(): Promise<void> {
    await sqlOf(this.orm.em.fork()).run(`DELETE FROM audit_entry WHERE at < now() - ${retention}`);
  }

  private async insertEntry(sql: Sql, entry: AuditEntry): Promise<string> {
    const [row] = await sql.all<{ id: string }>(
      `INSERT INTO audit_entry (at, actor_kind, actor, address, correlation_id, operation, object, asked)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [this.clock(), entry.actorKind, entry.actor, entry.address, entry.correlationId, entry.operation, entry.object, json(entry.asked)],
    );
    return String(row?.id);
  }

  private async insertOutcome(sql: Sql, entryId: string, { status, signedIn, before, after }: AuditOutcome): Promise<void> {
    await sql.run('INSERT INTO audit_outcome (entry_id, at, status, signed_in, before, after) VALUES ($1, $2, $3, $4, $5, $6)', [
      entryId,
      this.clock(),
      status,
      signedIn,
      json(before),
      json(after),
    ]);
  }
}

/** `null` and what is absent are both nothing to keep. */
function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
