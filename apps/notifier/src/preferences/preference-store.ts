import type { Sql } from '@gids/persistence';
import type { StoredPreference } from './preference.js';

const columns = `reader, import_id AS "importId", run_report AS "runReport", linked_changes AS "linkedChanges",
  product_changes AS "productChanges", problem_reports AS "problemReports", weekly_reminder AS "weeklyReminder"`;

/** @returns what readers chose about an import */
export function readPreferencesOfImport(sql: Sql, importId: string): Promise<StoredPreference[]> {
  return sql.all(`SELECT ${columns} FROM preference WHERE import_id = $1`, [importId]);
}

/** @returns what a reader chose, of every import of which he chose something */
export function readPreferencesOfReader(sql: Sql, reader: string): Promise<StoredPreference[]> {
  return sql.all(`SELECT ${columns} FROM preference WHERE reader = $1`, [reader]);
}

/** Keeps what readers chose; a choice about the same import is replaced. */
export async function keepPreferences(sql: Sql, preferences: readonly StoredPreference[]): Promise<void> {
  await sql.run(
    `INSERT INTO preference (reader, import_id, run_report, linked_changes, product_changes, problem_reports, weekly_reminder)
     SELECT DISTINCT ON (reader, "importId") reader, "importId", "runReport", "linkedChanges", "productChanges", "problemReports", "weeklyReminder"
     FROM jsonb_to_recordset($1::jsonb) AS chosen (reader text, "importId" text, "runReport" text, "linkedChanges" boolean,
       "productChanges" boolean, "problemReports" boolean, "weeklyReminder" boolean)
     ORDER BY reader, "importId"
     ON CONFLICT (reader, import_id) DO UPDATE SET run_report = EXCLUDED.run_report, linked_changes = EXCLUDED.linked_changes,
       product_changes = EXCLUDED.product_changes, problem_reports = EXCLUDED.problem_reports, weekly_reminder = EXCLUDED.weekly_reminder`,
    [JSON.stringify(preferences)],
  );
}
