import { Migration } from '@gids/persistence';

/** Persons as the gateway tells of them, and their roles at the organisations that they manage (G12, R78). */
export class Migration20261126_people extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "person" ("account" text NOT NULL, "version" int NOT NULL, "active" boolean NOT NULL,
      "system_administrator" boolean NOT NULL, PRIMARY KEY ("account"))`);
    this.addSql(`CREATE TABLE "organisation_role" ("gids_id" bigint NOT NULL, "account" text NOT NULL, "role" text NOT NULL,
      "appointed_by" text NOT NULL, "appointed_at" timestamptz NOT NULL, PRIMARY KEY ("gids_id", "account", "role"))`);
  }
}
