import { Migration } from '@gids/persistence';

export class Migration20261122_directory extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "organisation" ("gids_id" bigserial PRIMARY KEY, "management" text NOT NULL, "kind" text NOT NULL,
      "name" text NOT NULL, "name_folded" text NOT NULL, "town" text NULL, "town_folded" text NULL, "postcode" text NULL, "content" jsonb NOT NULL,
      "content_hash" text NOT NULL, "visible" boolean NOT NULL, "version" int NOT NULL, "parent_gids_id" bigint NULL,
      "source_id" text NULL, "created_at" timestamptz NOT NULL DEFAULT now(), "changed_at" timestamptz NOT NULL DEFAULT now())`);
    // G!DS-IDs are positive, shown everywhere and never reused (G5).
    this.addSql('ALTER SEQUENCE "organisation_gids_id_seq" RESTART WITH 100001');
    this.addSql('CREATE INDEX "organisation_visible_town_folded_index" ON "organisation" ("visible", "town_folded")');
    this.addSql('CREATE INDEX "organisation_visible_postcode_index" ON "organisation" ("visible", "postcode")');
    this.addSql('CREATE TABLE "import_root" ("import_id" text NOT NULL, "gids_id" bigint NOT NULL, PRIMARY KEY ("import_id"))');
    this.addSql(`CREATE TABLE "import_record" ("id" bigserial PRIMARY KEY, "import_id" text NOT NULL, "source_id" text NOT NULL,
      "record_id" text COLLATE "C" NOT NULL, "gids_id" bigint NULL, "name" text NOT NULL, "name_folded" text NOT NULL, "status" text NOT NULL,
      "publication_action" text NOT NULL, "make_visible" boolean NOT NULL, "visible" boolean NOT NULL,
      "missing_at_source" boolean NOT NULL, "linked_organisation_id" bigint NULL, "note" text NULL, "issues" jsonb NOT NULL,
      "duplicates" jsonb NOT NULL, "run_sequence" int NOT NULL, "last_run_id" uuid NOT NULL, "version" int NOT NULL,
      "changed_at" timestamptz NOT NULL DEFAULT now())`);
    this.addSql('ALTER TABLE "import_record" ADD CONSTRAINT "import_record_source_id_record_id_unique" UNIQUE ("source_id", "record_id")');
    this.addSql('CREATE INDEX "import_record_import_id_status_index" ON "import_record" ("import_id", "status")');
    this.addSql('CREATE INDEX "import_record_gids_id_index" ON "import_record" ("gids_id")');
    this.addSql(`CREATE TABLE "absent_record" ("source_id" text NOT NULL, "record_id" text NOT NULL, "run_sequence" int NOT NULL,
      PRIMARY KEY ("source_id", "record_id"))`);
    this.addSql(`CREATE TABLE "run" ("run_id" uuid NOT NULL, "import_id" text NULL, "source_id" text NULL, "number" int NULL,
      "started_at" timestamptz NULL, "file_counts" jsonb NULL, "expected" int NULL, "processed" int NOT NULL, "set_aside" int NOT NULL,
      "progressed_at" timestamptz NULL, "completed_at" timestamptz NULL, PRIMARY KEY ("run_id"))`);
    this.addSql(`CREATE TABLE "rejected_row" ("run_id" uuid NOT NULL, "line" int NOT NULL, "source_id" text NOT NULL,
      "record_id" text NULL, "code" text NOT NULL, "field" text NOT NULL, "value" text NOT NULL, "message" text NOT NULL,
      PRIMARY KEY ("run_id", "line"))`);
  }
}
