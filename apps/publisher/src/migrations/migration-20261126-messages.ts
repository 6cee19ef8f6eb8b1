import { Migration } from '@gids/persistence';

/** What messages to people are made of: duplicates that a run found, how a source changed linked records, and what people reported. */
export class Migration20261126_messages extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "new_duplicate" ("source_id" text NOT NULL, "record_id" bigint NOT NULL, "gids_id" bigint NOT NULL,
      PRIMARY KEY ("source_id", "record_id", "gids_id"))`);
    this.addSql(`CREATE TABLE "linked_change" ("record_id" bigint NOT NULL, "field" text NOT NULL, "before" text NULL, "after" text NULL,
      "at" timestamptz NOT NULL, PRIMARY KEY ("record_id", "field"))`);
    this.addSql(`CREATE TABLE "duplicate_report" ("id" bigserial PRIMARY KEY, "record_id" bigint NOT NULL, "remark" text NOT NULL, "by" text NOT NULL,
      "at" timestamptz NOT NULL, "judged_at" timestamptz NULL, "judged_by" text NULL, "judgement" text NULL, "settled" boolean NOT NULL DEFAULT false)`);
    this.addSql('CREATE INDEX "duplicate_report_record_id_index" ON "duplicate_report" ("record_id")');
    this.addSql('CREATE INDEX "duplicate_report_by_index" ON "duplicate_report" ("by")');
  }
}
