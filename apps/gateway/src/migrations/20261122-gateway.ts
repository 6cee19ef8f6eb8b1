import { Migration } from '@gids/persistence';

export class Migration20261122_gateway extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "account" ("id" uuid NOT NULL, "name" text NOT NULL, "role" text NOT NULL, "password_hash" text NOT NULL,
      "created_at" timestamptz NOT NULL DEFAULT now(), PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "account" ADD CONSTRAINT "account_name_unique" UNIQUE ("name")');
    this.addSql(`CREATE TABLE "session" ("token_hash" text NOT NULL, "account_id" uuid NOT NULL, "created_at" timestamptz NOT NULL,
      "last_used_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, PRIMARY KEY ("token_hash"))`);
    this.addSql(`ALTER TABLE "session" ADD CONSTRAINT "session_account_id_foreign"
      FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE`);
    this.addSql(`CREATE TABLE "machine_token" ("id" uuid NOT NULL, "name" text NOT NULL, "role" text NOT NULL, "token_hash" text NOT NULL,
      "created_at" timestamptz NOT NULL, "last_used_at" timestamptz NULL, PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "machine_token" ADD CONSTRAINT "machine_token_token_hash_unique" UNIQUE ("token_hash")');
    this.addSql(`CREATE TABLE "sign_in_attempt" ("key" text NOT NULL, "window_started_at" timestamptz NOT NULL, "attempts" int NOT NULL,
      PRIMARY KEY ("key"))`);
    this.addSql(`CREATE TABLE "live_event" ("seq" bigserial PRIMARY KEY, "name" text NOT NULL, "source_id" text NOT NULL, "run_id" uuid NOT NULL,
      "data" jsonb NOT NULL, "occurred_at" timestamptz NOT NULL)`);
    this.addSql('CREATE INDEX "live_event_occurred_at_index" ON "live_event" ("occurred_at")');
  }
}
