import { Migration } from '@gids/persistence';

/** The audit log, which only grows; counters of rate limits; answers to repeat; sign-ins with OpenID Connect under way. */
export class Migration20261126_audit extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "audit_entry" ("id" bigserial PRIMARY KEY, "at" timestamptz NOT NULL, "actor_kind" text NOT NULL,
      "actor" text NULL, "address" text NULL, "correlation_id" text NOT NULL, "operation" text NOT NULL, "object" text NOT NULL, "asked" jsonb NULL)`);
    for (const columns of [['at'], ['actor', 'id'], ['operation', 'id'], ['object']]) {
      this.addSql(`CREATE INDEX "audit_entry_${columns.join('_')}_index" ON "audit_entry" (${columns.map((name) => `"${name}"`).join(', ')})`);
    }
    this.addSql(`CREATE TABLE "audit_outcome" ("entry_id" bigint NOT NULL, "at" timestamptz NOT NULL, "status" int NOT NULL,
      "signed_in" text NULL, "before" jsonb NULL, "after" jsonb NULL, PRIMARY KEY ("entry_id"))`);
    this.addSql('CREATE INDEX "audit_outcome_signed_in_index" ON "audit_outcome" ("signed_in")');
    this.addSql(`ALTER TABLE "audit_outcome" ADD CONSTRAINT "audit_outcome_entry_id_foreign"
      FOREIGN KEY ("entry_id") REFERENCES "audit_entry" ("id") ON UPDATE CASCADE ON DELETE CASCADE`);
    this.closeAgainstChange();
    this.addSql('CREATE TABLE "rate_count" ("key" text NOT NULL, "ends_at" timestamptz NOT NULL, "taken" int NOT NULL, PRIMARY KEY ("key"))');
    this.addSql('DROP TABLE "sign_in_attempt"');
    this.addSql(`CREATE TABLE "idempotent_answer" ("caller" text NOT NULL, "key" uuid NOT NULL, "fingerprint" text NOT NULL,
      "started_at" timestamptz NOT NULL, "status" int NULL, "body" text NULL, "headers" jsonb NULL, PRIMARY KEY ("caller", "key"))`);
    this.addSql(`CREATE TABLE "oidc_attempt" ("key_hash" text NOT NULL, "state" text NOT NULL, "nonce" text NOT NULL, "verifier" text NOT NULL,
      "return_to" text NOT NULL, "earlier_session" text NULL, "expires_at" timestamptz NOT NULL, PRIMARY KEY ("key_hash"))`);
  }

  /** Whoever holds the database user of the gateway can add to the log, and remove what is older than seven years; nothing else (e27). */
  private closeAgainstChange(): void {
    this.addSql(`CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.at < now() - interval '7 years' THEN
            RETURN OLD;
          END IF;
        END IF;
        RAISE EXCEPTION 'The audit log only grows: % on % is refused', TG_OP, TG_TABLE_NAME;
      END $$`);
    for (const table of ['audit_entry', 'audit_outcome']) {
      this.addSql(`CREATE TRIGGER "${table}_only_grows" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"()`);
      this.addSql(`CREATE TRIGGER "${table}_is_kept" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"()`);
    }
  }
}
