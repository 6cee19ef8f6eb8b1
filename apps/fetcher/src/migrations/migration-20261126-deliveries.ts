import { Migration } from '@gids/persistence';

/** Records that scripts bring in parts (R6). */
export class Migration20261126_deliveries extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "delivery" ("id" uuid NOT NULL, "source_id" text NOT NULL, "full_run" boolean NOT NULL, "requested_by" text NOT NULL, "opened_at" timestamptz NOT NULL,
      "touched_at" timestamptz NOT NULL, "records" int NOT NULL DEFAULT 0, "parts" int NOT NULL DEFAULT 0, "run_id" uuid NULL, PRIMARY KEY ("id"))`);
    this.addSql('CREATE INDEX "delivery_source_id_index" ON "delivery" ("source_id")');
    this.addSql(`CREATE TABLE "delivery_part" ("delivery_id" uuid NOT NULL, "part" int NOT NULL, "lines" text NOT NULL, "records" int NOT NULL,
      PRIMARY KEY ("delivery_id", "part"))`);
  }
}
