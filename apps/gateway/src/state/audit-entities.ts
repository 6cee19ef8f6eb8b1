import { defineEntity, p, type EntitySchema, type TriggerDef } from '@mikro-orm/core';

/** By which the database refuses to change a row; that of TRUNCATE is in the migration only, because the ORM does not see it. */
const onlyGrows = (table: string) =>
  ({
    name: `${table}_only_grows`,
    timing: 'before',
    events: ['update', 'delete'],
    expression: `CREATE TRIGGER "${table}_only_grows" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"()`,
  }) satisfies TriggerDef;

/** That somebody asked for something; never changed afterwards (e27). */
const AuditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  indexes: [{ properties: ['actor', 'id'] }, { properties: ['operation', 'id'] }],
  triggers: [onlyGrows('audit_entry')],
  properties: {
    id: p.bigint().primary().autoincrement(),
    at: p.datetime().index(),
    actorKind: p.text(),
    /** Absent where nobody was signed in. */
    actor: p.text().nullable(),
    /** IP address. */
    address: p.text().nullable(),
    correlationId: p.text(),
    operation: p.text(),
    /** The path that was asked for, under `/v1`. */
    object: p.text().index(),
    asked: p.json().nullable(),
  },
});

/** How that ended; absent where nobody knows. */
const AuditOutcome = defineEntity({
  name: 'AuditOutcome',
  tableName: 'audit_outcome',
  triggers: [onlyGrows('audit_outcome')],
  properties: {
    entry: () => p.oneToOne(AuditEntry).primary().deleteRule('cascade'),
    at: p.datetime(),
    status: p.integer(),
    /** Account that this request signed in. */
    signedIn: p.text().nullable().index(),
    /** What of the object changed: as it was. */
    before: p.json().nullable(),
    after: p.json().nullable(),
  },
});

/** How often something was done within a span of time, over all replicas; its key says nothing of a person (N38). */
const RateCount = defineEntity({
  name: 'RateCount',
  tableName: 'rate_count',
  properties: { key: p.text().primary(), endsAt: p.datetime(), taken: p.integer() },
});

/** What was answered to a request with an `Idempotency-Key`; kept for a day. */
const IdempotentAnswer = defineEntity({
  name: 'IdempotentAnswer',
  tableName: 'idempotent_answer',
  properties: {
    caller: p.text().primary(),
    key: p.uuid().primary(),
    /** Hash of what was asked. */
    fingerprint: p.text(),
    startedAt: p.datetime(),
    /** Absent while it is under way, and where nobody knows how it ended. */
    status: p.integer().nullable(),
    body: p.text().nullable(),
    headers: p.json().nullable(),
  },
});

/** A sign-in with OpenID Connect that is under way in a browser; used once. */
const OidcAttempt = defineEntity({
  name: 'OidcAttempt',
  tableName: 'oidc_attempt',
  properties: {
    /** Hash of what the browser's cookie holds. */
    keyHash: p.text().primary(),
    state: p.text(),
    nonce: p.text(),
    verifier: p.text(),
    returnTo: p.text(),
    /** Hash of the token of a session that this browser had. */
    earlierSession: p.text().nullable(),
    expiresAt: p.datetime(),
  },
});

export const auditEntities = [AuditEntry, AuditOutcome, RateCount, IdempotentAnswer, OidcAttempt] as unknown as readonly EntitySchema[];
