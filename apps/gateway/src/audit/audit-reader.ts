import { sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { AuditActorKind } from './audit-log.js';

/** An entry with how it ended, as it is kept. */
export interface KeptEntry {
  readonly id: string;
  readonly at: string;
  readonly actorKind: AuditActorKind;
  readonly actor: string | null;
  readonly address: string | null;
  readonly correlationId: string;
  readonly operation: string;
  readonly object: string;
  readonly asked: Record<string, unknown> | null;
  readonly status: number | null;
  readonly signedIn: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Which entries; what is absent does not matter. */
export interface AuditFilter {
  readonly from?: Date | undefined;
  /** Not including that moment itself. */
  readonly until?: Date | undefined;
  /** Who asked, or was signed in. */
  readonly actor?: string | undefined;
  readonly operation?: string | undefined;
  /** Path under `/v1`; also what lies under it. */
  readonly object?: string | undefined;
}

type Row = Omit<KeptEntry, 'at'> & { at: string };

/** Reads the audit log, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly orm: MikroORM) {}

  /** @param before id of the last entry that was read; the newest where absent @returns at most `limit` entries */
  async read(filter: AuditFilter, { limit, offset = 0, before }: { limit: number; offset?: number; before?: string | undefined }): Promise<KeptEntry[]> {
    const rows = await sqlOf(this.orm.em.fork()).all<Row>(
      `SELECT entry.id::text, entry.at, actor_kind AS "actorKind", actor, address, correlation_id AS "correlationId", operation, object, asked,
         status, signed_in AS "signedIn", before, after
       FROM audit_entry entry LEFT JOIN audit_outcome outcome ON outcome.entry_id = entry.id
       WHERE ($1::timestamptz IS NULL OR entry.at >= $1) AND ($2::timestamptz IS NULL OR entry.at < $2)
         AND ($3::text IS NULL OR actor = $3 OR signed_in = $3)
         AND ($4::text IS NULL OR operation = $4)
         AND ($5::text IS NULL OR object = $5 OR starts_with(object, $5 || '/'))
         AND ($6::bigint IS NULL OR entry.id < $6)
       ORDER BY entry.id DESC LIMIT $7 OFFSET $8`,
      [filter.from, filter.until, filter.actor, filter.operation, filter.object, before, limit, offset].map((value) => value ?? null),
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  }
}
