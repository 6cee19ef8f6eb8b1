import { Migration, type MigrationClass } from '@gids/persistence';

class Migration20261122_directoryOrganisation extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "directory_organisation" ("gids_id" bigint NOT NULL, "version" int NOT NULL, "name" text NOT NULL,
      "town" text NULL, "visible" boolean NOT NULL, "name_key" text NULL, "address_key" text NULL, PRIMARY KEY ("gids_id"))`);
    this.addSql('CREATE INDEX "directory_organisation_name_key_index" ON "directory_organisation" ("name_key")');
    this.addSql('CREATE INDEX "directory_organisation_address_key_index" ON "directory_organisation" ("address_key")');
  }
}

export const deduplicatorMigrations: readonly MigrationClass[] = [Migration20261122_directoryOrganisation];
