import { Migration } from '@gids/persistence';

export class Migration20261122_runs extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "run" ("id" uuid NOT NULL, "number" int NOT NULL, "import_id" text NOT NULL, "source_id" text NOT NULL,
      "state" text NOT NULL, "phase" text NULL, "transport" text NOT NULL, "file_name" text NULL, "requested_by" text NOT NULL,
      "full_run" boolean NOT NULL, "started_at" timestamptz NOT NULL, "completed_at" timestamptz NULL, "deadline" timestamptz NOT NULL,
      "lease_owner" uuid NULL, "lease_until" timestamptz NULL, "fence" int NOT NULL DEFAULT 0, "problem_code" text NULL,
      "problem_message" text NULL, "notes" jsonb NOT NULL, "sha256" text NULL, "mapping_version" int NULL, "declared_bytes" bigint NULL,
      "bytes_read" bigint NOT NULL DEFAULT 0, "bytes_total" bigint NULL, "rows_read" int NOT NULL DEFAULT 0,
      "to_send" int NOT NULL DEFAULT 0, "sent" int NOT NULL DEFAULT 0, "processed" int NOT NULL DEFAULT 0, "file_counts" jsonb NULL,
      "record_counts" jsonb NULL, "set_aside" int NOT NULL DEFAULT 0, PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "run" ADD CONSTRAINT "run_source_id_number_unique" UNIQUE ("source_id", "number")');
    this.addSql('CREATE INDEX "run_source_id_started_at_index" ON "run" ("source_id", "started_at")');
    this.addSql(`CREATE TABLE "file_part" ("run_id" uuid NOT NULL, "index" int NOT NULL, "content" bytea NOT NULL,
      PRIMARY KEY ("run_id", "index"))`);
    this.addSql(`CREATE TABLE "source_record" ("source_id" text NOT NULL, "record_id" text NOT NULL, "ordinal" int NOT NULL,
      "hash" text NOT NULL, "run_number" int NOT NULL, "vanished" boolean NOT NULL, PRIMARY KEY ("source_id", "record_id"))`);
    this.addSql('CREATE SEQUENCE "source_record_ordinal_seq" AS int OWNED BY "source_record"."ordinal"');
    this.addSql('CREATE INDEX "source_record_source_id_ordinal_index" ON "source_record" ("source_id", "ordinal")');
    this.addSql(`CREATE TABLE "staged_row" ("run_id" uuid NOT NULL, "position" int NOT NULL, "record_id" text NULL,
      "outcome" text NOT NULL, "hash" text NULL, "payload" text NOT NULL, PRIMARY KEY ("run_id", "position"))`);
    this.addSql(`CREATE UNIQUE INDEX "staged_row_added_unique" ON "staged_row" ("run_id", "record_id") WHERE outcome = 'added'`);
  }
}
