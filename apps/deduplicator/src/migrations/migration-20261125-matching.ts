import { Migration } from '@gids/persistence';

/**
 * Features and keys of both sides, pairs, verdicts, policies. What was kept of managed organisations before held too
 * little to compare by; nothing but the match keys of the literal rule, which the publisher's events bring again.
 */
export class Migration20261125_matching extends Migration {
  override up(): void {
    this.addSql('DROP TABLE "directory_organisation"');
    this.addSql(`CREATE TABLE "imported_organisation" ("id" bigserial PRIMARY KEY, "source_id" text NOT NULL, "record_id" text NOT NULL,
      "import_id" text NOT NULL, "run_sequence" int NOT NULL, "present" boolean NOT NULL, "match_version" int NOT NULL DEFAULT 0,
      "told_mark" bigint NULL, "told_state" bigint NULL, "subject" jsonb NOT NULL, "features" jsonb NOT NULL, "marks" jsonb NOT NULL, "norm_version" int NOT NULL)`);
    this.addSql(`ALTER TABLE "imported_organisation" ADD CONSTRAINT "imported_organisation_source_id_record_id_unique" UNIQUE ("source_id", "record_id")`);
    this.addSql('CREATE INDEX "imported_organisation_import_id_index" ON "imported_organisation" ("import_id")');
    this.addSql(`CREATE TABLE "managed_organisation" ("gids_id" bigint NOT NULL, "version" int NOT NULL, "removed" boolean NOT NULL,
      "visible" boolean NOT NULL, "name" text NOT NULL, "town" text NULL, "copied_source_id" text NULL, "copied_record_id" text NULL,
      "subject" jsonb NOT NULL, "features" jsonb NOT NULL, "marks" jsonb NOT NULL, "norm_version" int NOT NULL, PRIMARY KEY ("gids_id"))`);
    this.addSql(`CREATE INDEX "managed_organisation_copied_source_id_copied_record_id_index" ON "managed_organisation" ("copied_source_id", "copied_record_id")`);
    this.addSql(`CREATE TABLE "match_key" ("side" smallint NOT NULL, "kind" smallint NOT NULL, "key" bigint NOT NULL, "owner" bigint NOT NULL,
      PRIMARY KEY ("side", "kind", "key", "owner"))`);
    this.addSql('CREATE INDEX "match_key_side_owner_index" ON "match_key" ("side", "owner")');
    this.addSql(`CREATE TABLE "key_count" ("kind" smallint NOT NULL, "key" bigint NOT NULL, "holders" int NOT NULL, "hot" boolean NOT NULL,
      PRIMARY KEY ("kind", "key"))`);
    this.addSql(`CREATE TABLE "pair" ("imported_id" bigint NOT NULL, "gids_id" bigint NOT NULL, "score" double precision NOT NULL,
      "own_class" text NOT NULL, "demoted_class" text NULL, "demoted" boolean NOT NULL DEFAULT false, "rule_name" boolean NOT NULL,
      "rule_address" boolean NOT NULL, "verdict" text NULL, "matched_on" jsonb NOT NULL, "levels" jsonb NOT NULL, "reasons" jsonb NOT NULL,
      "mark" bigint NOT NULL, "norm_version" int NOT NULL, "statistics_version" int NOT NULL, "first_seen" timestamptz NOT NULL,
      "last_seen" timestamptz NOT NULL, PRIMARY KEY ("imported_id", "gids_id"))`);
    this.addSql('CREATE INDEX "pair_gids_id_index" ON "pair" ("gids_id")');
    this.addSql(`CREATE TABLE "verdict" ("imported_id" bigint NOT NULL, "gids_id" bigint NOT NULL, "verdict" text NOT NULL, "by" text NOT NULL,
      "at" timestamptz NOT NULL, "compared" jsonb NOT NULL, PRIMARY KEY ("imported_id", "gids_id"))`);
    this.addSql(`CREATE TABLE "import_policy" ("import_id" text NOT NULL, "policy" text NOT NULL, "by" text NOT NULL, "at" timestamptz NOT NULL,
      PRIMARY KEY ("import_id"))`);
    this.addSql('CREATE TABLE "suppressed_record" ("source_id" text NOT NULL, "record_id" text NOT NULL, PRIMARY KEY ("source_id", "record_id"))');
    this.addSql(`CREATE TABLE "stale_record" ("id" bigserial PRIMARY KEY, "imported_id" bigint NOT NULL, "rescore" boolean NOT NULL, "cause" jsonb NOT NULL)`);
    this.addSql(`CREATE TABLE "matching_state" ("id" smallint NOT NULL, "statistics_version" int NOT NULL, "swept_at" timestamptz NULL, PRIMARY KEY ("id"))`);
    this.addSql('INSERT INTO "matching_state" ("id", "statistics_version") VALUES (1, 0)');
  }
}
