import { Migration } from '@gids/persistence';

/** The controleronde, and what it knows of records beside their state (R81, A30, A33). */
export class Migration20261125_review extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "review_round" ("id" bigserial PRIMARY KEY, "import_id" text NOT NULL, "opened_at" timestamptz NOT NULL,
      "closed_at" timestamptz NULL, "closed_by" text NULL, "closed_total" int NULL)`);
    this.addSql('CREATE INDEX "review_round_import_id_index" ON "review_round" ("import_id")');
    this.addSql(`CREATE TABLE "review_item" ("id" bigserial PRIMARY KEY, "round_id" bigint NOT NULL, "record_id" bigint NOT NULL, "reason" text NOT NULL,
      "fingerprint" text NOT NULL, "opened_at" timestamptz NOT NULL, "judged_at" timestamptz NULL, "judged_by" text NULL, "judgement" text NULL)`);
    this.addSql('ALTER TABLE "review_item" ADD CONSTRAINT "review_item_record_id_unique" UNIQUE ("record_id")');
    this.addSql('CREATE INDEX "review_item_round_id_index" ON "review_item" ("round_id")');
    this.addSql(`CREATE TABLE "review_signal" ("record_id" bigint NOT NULL, "reason" text NOT NULL, "gids_id" bigint NOT NULL, "at" timestamptz NOT NULL,
      PRIMARY KEY ("record_id", "reason", "gids_id"))`);
    this.addSql(`CREATE TABLE "renumbering" ("record_id" bigint NOT NULL, "successor" text COLLATE "C" NOT NULL, "proposed_at" timestamptz NOT NULL,
      PRIMARY KEY ("record_id"))`);
  }
}
