import { Migration } from '@gids/persistence';

/** What the rules keep of a record: its history, who changed its duplicates last, erasure and removal. */
export class Migration20261125_rules extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE "import_record" ADD COLUMN "type" text NOT NULL DEFAULT 'ORGANISATION', ADD COLUMN "match_version" int NOT NULL DEFAULT 0,
      ADD COLUMN "suppressed" boolean NOT NULL DEFAULT false, ADD COLUMN "missing_since" int NULL, ADD COLUMN "removed_at" timestamptz NULL`);
    // What was found before duplicates had a class counts as it did: every pair of the literal rule.
    this.addSql(`UPDATE "import_record" SET "duplicates" = (
      SELECT jsonb_agg(d || '{"class": "POSSIBLE", "score": 0, "counts": true}') FROM jsonb_array_elements("duplicates") d) WHERE "duplicates" <> '[]'`);
    this.addSql('CREATE INDEX "import_record_linked_organisation_id_index" ON "import_record" ("linked_organisation_id")');
    this.addSql('CREATE INDEX "import_record_source_id_missing_since_index" ON "import_record" ("source_id", "missing_since")');
    this.addSql('ALTER TABLE "run" ADD COLUMN "reevaluated" int NULL, ADD COLUMN "without_removals" boolean NOT NULL DEFAULT false');
    this.addSql(`CREATE TABLE "record_history" ("id" bigserial PRIMARY KEY, "record_id" bigint NOT NULL, "at" timestamptz NOT NULL, "kind" text NOT NULL,
      "sentence" text NOT NULL, "by" text NULL, "run_id" uuid NULL, "run_number" int NULL)`);
    this.addSql('CREATE INDEX "record_history_record_id_id_index" ON "record_history" ("record_id", "id")');
    this.addSql(`CREATE TABLE "early_duplicates" ("source_id" text NOT NULL, "record_id" text NOT NULL, "match_version" int NOT NULL,
      "duplicates" jsonb NOT NULL, PRIMARY KEY ("source_id", "record_id"))`);
  }
}
