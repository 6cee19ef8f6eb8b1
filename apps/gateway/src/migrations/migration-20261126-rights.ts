import { Migration } from '@gids/persistence';

/**
 * Who may do what: accounts with an address, import rights and API keys (R78, R79). Until now every account and every
 * machine token might do everything: an account keeps that as rights that can be taken away.
 */
export class Migration20261126_rights extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE "account" ADD COLUMN "email" text NULL, ADD COLUMN "display_name" text NULL,
      ADD COLUMN "system_administrator" boolean NOT NULL DEFAULT false, ADD COLUMN "must_change_password" boolean NOT NULL DEFAULT false,
      ADD COLUMN "blocked_at" timestamptz NULL, ADD COLUMN "subject" text NULL, ADD COLUMN "version" int NOT NULL DEFAULT 1,
      ADD COLUMN "told_version" int NOT NULL DEFAULT 0, ALTER COLUMN "password_hash" DROP NOT NULL`);
    this.addSql(`UPDATE "account" SET "system_administrator" = "role" = 'systeembeheerder'`);
    this.addSql('ALTER TABLE "account" DROP COLUMN "role", ADD CONSTRAINT "account_subject_unique" UNIQUE ("subject")');
    this.addSql('ALTER TABLE "machine_token" DROP COLUMN "role", ADD COLUMN "told_at" timestamptz NULL');
    this.addSql('CREATE INDEX "session_account_id_index" ON "session" ("account_id")');
    this.addSql(`CREATE TABLE "import_right" ("account_id" uuid NOT NULL, "import_id" text NOT NULL, "granted_by" text NOT NULL,
      "granted_at" timestamptz NOT NULL, PRIMARY KEY ("account_id", "import_id"))`);
    this.addSql(`ALTER TABLE "import_right" ADD CONSTRAINT "import_right_account_id_foreign"
      FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE`);
    this.addSql(`INSERT INTO "import_right" ("account_id", "import_id", "granted_by", "granted_at")
      SELECT "id", "import_id", 'eerste start', now() FROM "account" CROSS JOIN unnest(ARRAY['duo', 'lrk']) AS existing ("import_id")
      WHERE "system_administrator"`);
    this.addSql(`CREATE TABLE "api_key" ("id" uuid NOT NULL, "name" text NOT NULL, "import_id" text NOT NULL, "prefix" text NOT NULL,
      "key_hash" text NOT NULL, "created_by" text NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL,
      "last_used_at" timestamptz NULL, "revoked_at" timestamptz NULL, PRIMARY KEY ("id"))`);
    this.addSql('ALTER TABLE "api_key" ADD CONSTRAINT "api_key_prefix_unique" UNIQUE ("prefix")');
    this.addSql('CREATE INDEX "api_key_name_import_id_index" ON "api_key" ("name", "import_id")');
  }
}
