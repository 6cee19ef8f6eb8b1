import { Migration } from '@gids/persistence';

/** Changes of many records at once, with what became of each record (R86). */
export class Migration20261126_bulk extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "bulk_change" ("id" uuid NOT NULL, "order" jsonb NULL, "filter" jsonb NULL, "undoes" uuid NULL, "imports" text[] NOT NULL, "by" text NOT NULL,
      "requested_at" timestamptz NOT NULL, "ended_at" timestamptz NULL, "state" text NOT NULL, "total" int NOT NULL, "changed" int NOT NULL DEFAULT 0,
      "unchanged" int NOT NULL DEFAULT 0, "refused" int NOT NULL DEFAULT 0, PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "bulk_change" ADD CONSTRAINT "bulk_change_undoes_unique" UNIQUE ("undoes")');
    this.addSql('CREATE INDEX "bulk_change_state_index" ON "bulk_change" ("state")');
    this.addSql(`CREATE TABLE "bulk_item" ("bulk_id" uuid NOT NULL, "position" int NOT NULL, "record_id" bigint NOT NULL, "outcome" text NULL, "message" text NULL,
      "before" jsonb NULL, "at" timestamptz NULL, PRIMARY KEY ("bulk_id", "position"))`);
    this.addSql('CREATE INDEX "bulk_item_bulk_id_outcome_position_index" ON "bulk_item" ("bulk_id", "outcome", "position")');
  }
}
