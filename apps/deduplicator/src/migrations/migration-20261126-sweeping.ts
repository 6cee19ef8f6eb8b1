import { Migration } from '@gids/persistence';

/**
 * When keys are to be counted again, what each record was last compared with, and how far the sweep at the end of a run
 * came. What is told of a record is written a moment after the record itself: half of a page is left for it, so that
 * no index need be written again.
 */
export class Migration20261126_sweeping extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE "matching_state" ADD COLUMN "recount_after" int NOT NULL DEFAULT 1000, ADD COLUMN "generation" int NOT NULL DEFAULT 0');
    this.addSql('ALTER TABLE "imported_organisation" ADD COLUMN "compared_state" bigint NULL');
    this.addSql('ALTER TABLE "imported_organisation" SET (fillfactor = 50)');
    this.addSql('ALTER TABLE "managed_organisation" ADD COLUMN "mark" bigint NOT NULL DEFAULT 0');
    this.addSql('DROP INDEX "pair_gids_id_index"');
    this.addSql('CREATE INDEX "pair_gids_id_score_index" ON "pair" ("gids_id", "score")');
    this.addSql('CREATE TABLE "rescore_due" ("id" bigserial PRIMARY KEY, "imported_id" bigint NOT NULL)');
    this.addSql('CREATE INDEX "rescore_due_imported_id_index" ON "rescore_due" ("imported_id")');
    this.addSql('CREATE TABLE "sweep_progress" ("event_id" text NOT NULL, "changed" int NOT NULL, PRIMARY KEY ("event_id"))');
  }
}
