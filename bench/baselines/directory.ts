import { join } from 'node:path';
import type { Psql } from '../measure/psql.ts';

/** The psql command that copies a made CSV file (UTF-8, `;`) into a table; `options` are those of COPY. */
export function copyCommand(table: string, file: string, options = ''): string {
  return `\\copy ${table} FROM '${file}' WITH (FORMAT csv, DELIMITER ';', HEADER, ENCODING 'UTF8'${options})`;
}

/**
 * Fills an empty table of match keys (source, source_id, postcode, house_number, name_key) with the organisations that the
 * source is matched against, and makes the SQL function `name_key`.
 */
export async function loadDirectory(psql: Psql, file: string, table: string): Promise<void> {
  const columns = 'gids_id text, naam text, straat text, huisnummer text, huisletter text, postcode text, plaats text';
  await psql.run(
    [
      `\\i ${join(import.meta.dirname, 'name-key.sql')}`,
      `CREATE TEMP TABLE directory (${columns});`,
      copyCommand('directory', file, ', FORCE_NOT_NULL (huisletter)'),
      `INSERT INTO ${table} (source, source_id, postcode, house_number, name_key)`,
      `  SELECT 'gids', gids_id, postcode, huisnummer || huisletter, name_key(naam) FROM directory;`,
      'DROP TABLE directory;',
      `ANALYZE ${table};`,
    ].join('\n'),
  );
}
