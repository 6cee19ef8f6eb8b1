import { Migration } from '@gids/persistence';

/** What changed of public organisations, for those who keep a copy (R98). */
export class Migration20261126_feed extends Migration {
  override up(): void {
    this.addSql('CREATE TABLE "public_change" ("gids_id" bigint NOT NULL, "changed_in" xid8 NOT NULL, "changed_at" timestamptz NOT NULL, PRIMARY KEY ("gids_id"))');
    this.addSql('CREATE INDEX "public_change_order" ON "public_change" ("changed_in", "gids_id")');
    this.addSql('INSERT INTO "public_change" SELECT "gids_id", pg_current_xact_id(), "changed_at" FROM "organisation" WHERE "visible"');
    this.on('INSERT', 'NEW TABLE AS now_there', 'SELECT gids_id FROM now_there WHERE visible');
    this.on('DELETE', 'OLD TABLE AS was_there', 'SELECT gids_id FROM was_there WHERE visible');
    // A new version of what is hidden, before and after, is nothing to the public.
    this.on(
      'UPDATE',
      'OLD TABLE AS was_there NEW TABLE AS now_there',
      `SELECT n.gids_id FROM now_there n JOIN was_there w USING (gids_id)
       WHERE (n.visible OR w.visible) AND (n.visible, n.content_hash, n.source_id) IS DISTINCT FROM (w.visible, w.content_hash, w.source_id)`,
    );
  }

  /**
   * One statement of a run changes hundreds of organisations: the trigger is per statement too, in one order, so that
   * nobody waits in a ring. Its plan is made once, perhaps for one row, and must also do for thousands: no nested loop.
   */
  private on(event: 'INSERT' | 'UPDATE' | 'DELETE', tables: string, changed: string): void {
    const name = `note_public_${event.toLowerCase()}`;
    this.addSql(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT SET enable_nestloop = off AS $note$ BEGIN
      INSERT INTO public_change AS known (gids_id, changed_in, changed_at) SELECT gids_id, pg_current_xact_id(), now() FROM (${changed}) AS changed ORDER BY gids_id
      ON CONFLICT (gids_id) DO UPDATE SET changed_in = excluded.changed_in, changed_at = excluded.changed_at;
      RETURN NULL; END $note$`);
    this.addSql(`CREATE TRIGGER ${name} AFTER ${event} ON "organisation" REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`);
  }
}
