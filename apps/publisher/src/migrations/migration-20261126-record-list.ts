import { Migration } from '@gids/persistence';

/** What makes the list of import records quick in every order of the screen, and a search for a town (R86). */
export class Migration20261126_record_list extends Migration {
  override up(): void {
    const name = '"name" COLLATE "nl-x-icu"';
    this.addSql(`CREATE INDEX "import_record_by_name" ON "import_record" (${name}, "record_id", "id")`);
    this.addSql(`CREATE INDEX "import_record_by_status" ON "import_record" ("status", ${name}, "record_id", "id")`);
    this.addSql(`CREATE INDEX "import_record_by_action" ON "import_record" ("publication_action", ${name}, "record_id", "id")`);
    this.addSql('CREATE INDEX "import_record_by_record_id" ON "import_record" ("record_id", "id")');
    this.addSql('CREATE INDEX "import_record_by_change" ON "import_record" ("changed_at", "record_id", "id")');
    this.addSql('CREATE INDEX "import_record_by_run" ON "import_record" ("last_run_id")');
    this.addSql('CREATE INDEX "organisation_by_town" ON "organisation" ("town_folded", "gids_id")');
  }
}
