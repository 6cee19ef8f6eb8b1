import { Migration } from '@gids/persistence';

/** Views that people keep of the list of import records (SCREENS §3.2). */
export class Migration20261126_views extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "saved_view" ("id" uuid NOT NULL, "owner" text NOT NULL, "name" text NOT NULL, "view" jsonb NOT NULL, "version" int NOT NULL DEFAULT 1,
      "changed_at" timestamptz NOT NULL, PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_name_unique" UNIQUE ("owner", "name")');
  }
}
