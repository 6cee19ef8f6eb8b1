import { Migration } from '@gids/persistence';

/** Persons and their preferences, what is told together, and messages with a reader who need not have an address. */
export class Migration20261126_people_and_digests extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "person" ("account" text NOT NULL, "version" int NOT NULL, "email" text NULL, "active" boolean NOT NULL,
      "system_administrator" boolean NOT NULL, "import_rights" jsonb NOT NULL, PRIMARY KEY ("account"))`);
    this.addSql(`CREATE TABLE "organisation_people" ("gids_id" int NOT NULL, "version" int NOT NULL, "name" text NOT NULL,
      "account_manager" text NULL, "editors" jsonb NOT NULL, PRIMARY KEY ("gids_id"))`);
    this.addSql(`CREATE TABLE "preference" ("reader" text NOT NULL, "import_id" text NOT NULL, "run_report" text NOT NULL,
      "linked_changes" boolean NOT NULL, "product_changes" boolean NOT NULL, "problem_reports" boolean NOT NULL,
      "weekly_reminder" boolean NOT NULL, PRIMARY KEY ("reader", "import_id"))`);
    this.digests();
    this.messages();
    this.deliveries();
  }

  private digests(): void {
    this.addSql('CREATE TABLE "digest" ("id" text NOT NULL, "due_at" timestamptz NOT NULL, "closed_at" timestamptz NULL, PRIMARY KEY ("id"))');
    this.addSql('CREATE INDEX "digest_closed_at_due_at_index" ON "digest" ("closed_at", "due_at")');
    this.addSql(`CREATE TABLE "notice" ("origin" text NOT NULL, "kind" text NOT NULL, "key" text NOT NULL, "digest_id" text NOT NULL,
      "data" jsonb NOT NULL, "run_id" uuid NULL, "event_id" text NOT NULL, "told_at" timestamptz NOT NULL, PRIMARY KEY ("origin", "kind", "key"))`);
    this.addSql(`ALTER TABLE "notice" ADD CONSTRAINT "notice_digest_id_foreign" FOREIGN KEY ("digest_id")
      REFERENCES "digest" ("id") ON DELETE CASCADE`);
    this.addSql('CREATE INDEX "notice_digest_id_index" ON "notice" ("digest_id")');
    this.addSql('CREATE TABLE "reminder" ("import_id" text NOT NULL, "week" text NOT NULL, PRIMARY KEY ("import_id", "week"))');
  }

  /** Until now a message was of a run and to an address. */
  private messages(): void {
    this.addSql('ALTER TABLE "message" DROP CONSTRAINT "message_kind_run_id_recipient_unique"');
    this.addSql('ALTER TABLE "message" ALTER COLUMN "run_id" TYPE text');
    this.addSql('ALTER TABLE "message" RENAME COLUMN "run_id" TO "about"');
    this.addSql('ALTER TABLE "message" RENAME COLUMN "recipient" TO "reader"');
    this.addSql(`ALTER TABLE "message" ADD "address" text NULL, ADD "import_id" text NULL, ADD "attachment" text NULL,
      ADD "unsubscribe_token" text NULL, ADD "topics" jsonb NOT NULL DEFAULT '[]', ADD "read_at" timestamptz NULL`);
    this.addSql('UPDATE "message" SET "address" = "reader", "reader" = lower("reader")');
    this.addSql('ALTER TABLE "message" ALTER COLUMN "topics" DROP DEFAULT');
    this.addSql('ALTER TABLE "message" ADD CONSTRAINT "message_kind_about_reader_unique" UNIQUE ("kind", "about", "reader")');
    this.addSql('ALTER TABLE "message" ADD CONSTRAINT "message_unsubscribe_token_unique" UNIQUE ("unsubscribe_token")');
    this.addSql('CREATE INDEX "message_reader_index" ON "message" ("reader")');
    this.addSql('CREATE INDEX "message_created_at_index" ON "message" ("created_at")');
  }

  private deliveries(): void {
    this.addSql('ALTER TABLE "delivery" ADD "since" timestamptz NULL, ADD "decided_by" text NULL');
    this.addSql('UPDATE "delivery" SET "since" = "message"."created_at" FROM "message" WHERE "message"."id" = "delivery"."message_id"');
    this.addSql('ALTER TABLE "delivery" ALTER COLUMN "since" SET NOT NULL');
    this.addSql(`CREATE TABLE "mail_hold" ("id" uuid NOT NULL, "opened_at" timestamptz NOT NULL, "released_at" timestamptz NULL,
      "released_by" text NULL, PRIMARY KEY ("id"))`);
  }
}
