import { Migration } from '@gids/persistence';

/** Products of an import: which organisation they belong to (R68, R69), and who took them over (R59). */
export class Migration20261125_take_over extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE "import_record" ADD COLUMN "organisation_record_id" text COLLATE "C" NULL,
      ADD COLUMN "rides_along" boolean NOT NULL DEFAULT false`);
    this.addSql('CREATE INDEX "import_record_source_id_organisation_record_id_index" ON "import_record" ("source_id", "organisation_record_id")');
    this.addSql(`CREATE TABLE "take_over" ("provider_gids_id" bigint NOT NULL, "mode" text NOT NULL, "product_gids_ids" bigint[] NOT NULL,
      PRIMARY KEY ("provider_gids_id"))`);
  }
}
