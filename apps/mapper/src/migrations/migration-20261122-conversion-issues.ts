import { Migration, type MigrationClass } from '@gids/persistence';

class Migration20261122_conversionIssues extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE "conversion_issues" ("source_id" text NOT NULL, "record_id" text NOT NULL, "run_sequence" int NOT NULL,
      "issues" jsonb NOT NULL, PRIMARY KEY ("source_id", "record_id"))`);
  }
}

export const mapperMigrations: readonly MigrationClass[] = [Migration20261122_conversionIssues];
