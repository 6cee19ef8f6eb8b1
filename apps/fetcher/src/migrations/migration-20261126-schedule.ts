import { Migration } from '@gids/persistence';

/** When each source is fetched by itself (R3). */
export class Migration20261126_schedule extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "schedule" ("source_id" text NOT NULL, "every_days" int NOT NULL, "time" text NOT NULL, "first_on" text NOT NULL, "active" boolean NOT NULL,
      "next_at" timestamptz NOT NULL, "expected_at" timestamptz NULL, "started_at" timestamptz NULL, "told_late_of" timestamptz NULL, "changed_by" text NULL,
      "version" int NOT NULL DEFAULT 1, PRIMARY KEY ("source_id"))`);
  }
}
