import { Migration } from '@gids/persistence';

export class Migration20261122_messages extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "message" ("id" text NOT NULL, "kind" text NOT NULL, "run_id" uuid NOT NULL, "recipient" text NOT NULL,
      "thread" text NOT NULL, "subject" text NOT NULL, "text" text NOT NULL, "html" text NOT NULL, "created_at" timestamptz NOT NULL,
      PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "message" ADD CONSTRAINT "message_kind_run_id_recipient_unique" UNIQUE ("kind", "run_id", "recipient")');
    this.addSql(`CREATE TABLE "delivery" ("message_id" text NOT NULL, "state" text NOT NULL, "attempts" int NOT NULL,
      "due_at" timestamptz NULL, "detail" text NULL, "changed_at" timestamptz NOT NULL, PRIMARY KEY ("message_id"))`);
    this.addSql(`ALTER TABLE "delivery" ADD CONSTRAINT "delivery_message_id_foreign" FOREIGN KEY ("message_id")
      REFERENCES "message" ("id") ON UPDATE CASCADE ON DELETE CASCADE`);
    this.addSql('CREATE INDEX "delivery_due_at_index" ON "delivery" ("due_at")');
  }
}
