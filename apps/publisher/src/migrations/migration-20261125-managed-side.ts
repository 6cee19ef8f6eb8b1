import { Migration } from '@gids/persistence';

/** What editors manage: contracts, products, and where a copy came from (R9, R63, R72). */
export class Migration20261125_managed_side extends Migration {
  override up(): void {
    this.moveParentsToContracts();
    this.shareTheSequence();
    this.addSql(`CREATE TABLE "product" ("gids_id" bigint NOT NULL, "owner_gids_id" bigint NOT NULL, "management" text NOT NULL,
      "kind" text NOT NULL, "name" text NOT NULL, "name_folded" text NOT NULL, "content" jsonb NOT NULL, "content_hash" text NOT NULL,
      "visible" boolean NOT NULL, "version" int NOT NULL, "source_id" text NULL, "record_id" text COLLATE "C" NULL, "changed_by" text NULL,
      "changed_at" timestamptz NOT NULL DEFAULT now(), PRIMARY KEY ("gids_id"))`);
    this.addSql('CREATE INDEX "product_owner_gids_id_index" ON "product" ("owner_gids_id")');
    this.addSql('CREATE INDEX "product_source_id_record_id_index" ON "product" ("source_id", "record_id")');
    this.addSql('ALTER TABLE "organisation" ADD COLUMN "copied_from_gids_id" bigint NULL, ADD COLUMN "changed_by" text NULL');
    this.addSql('ALTER TABLE "import_root" ADD CONSTRAINT "import_root_gids_id_unique" UNIQUE ("gids_id")');
    this.giveRootsContent();
  }

  /** One place for the parent: what an import brought stands under its importorganisatie, and is never checked (R9, R94). */
  private moveParentsToContracts(): void {
    this.addSql(`CREATE TABLE "contract" ("gids_id" bigint NOT NULL, "parent_gids_id" bigint NULL, "account_manager" text NOT NULL,
      "control_term" int NULL, "notify_editors" boolean NOT NULL, "checked_at" timestamptz NULL, PRIMARY KEY ("gids_id"))`);
    this.addSql('CREATE INDEX "contract_parent_gids_id_index" ON "contract" ("parent_gids_id")');
    this.addSql(`INSERT INTO "contract" ("gids_id", "parent_gids_id", "account_manager", "control_term", "notify_editors")
      SELECT "gids_id", "parent_gids_id", 'Importbeheerder', NULL, false FROM "organisation" WHERE "management" = 'IMPORTED'`);
    this.addSql('ALTER TABLE "organisation" DROP COLUMN "parent_gids_id"');
  }

  /** Organisations and products take their G!DS-IDs from one row of numbers, so that none is given twice (G5). */
  private shareTheSequence(): void {
    this.addSql('ALTER SEQUENCE "organisation_gids_id_seq" OWNED BY NONE');
    this.addSql('ALTER SEQUENCE "organisation_gids_id_seq" RENAME TO "gids_id_seq"');
  }

  /** An importorganisatie is shown in the back office like any organisation (R71). */
  private giveRootsContent(): void {
    this.addSql(`UPDATE "organisation" SET "kind" = 'OTHER_ORGANISATION',
      "content" = jsonb_build_object('kind', 'OTHER_ORGANISATION', 'name', "name", 'identifiers', '[]'::jsonb, 'attributes', '{}'::jsonb)
      WHERE "management" = 'IMPORT_ROOT'`);
  }
}
