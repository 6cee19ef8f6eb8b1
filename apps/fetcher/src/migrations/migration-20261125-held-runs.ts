import { Migration } from '@gids/persistence';

export class Migration20261125_held_runs extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE "run" ADD COLUMN "findings" jsonb NOT NULL DEFAULT '[]', ADD COLUMN "decision" jsonb NULL,
      ADD COLUMN "fill_rates" jsonb NULL, ADD COLUMN "cleaned_up" boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE "source_record" ADD COLUMN "name" text NULL, ADD COLUMN "match_hash" text NULL,
      ADD COLUMN "showable" boolean NOT NULL DEFAULT false, ADD COLUMN "suppressed" boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE "staged_row" ADD COLUMN "name" text NULL, ADD COLUMN "match_hash" text NULL,
      ADD COLUMN "showable" boolean NOT NULL DEFAULT false, ADD COLUMN "would_be_hidden" boolean NOT NULL DEFAULT false,
      ADD COLUMN "renumbered_to" text NULL, ADD COLUMN "renumbered_from" text NULL`);
  }
}
