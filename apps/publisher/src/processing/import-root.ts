import { RequestRefused, type PayloadOf, type ReplyOf, type ShowImportOrganisation } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** An import with the G!DS-ID of its importorganisatie. */
export interface ImportRoot {
  readonly importId: string;
  readonly gidsId: number;
}

/** @throws RequestRefused (404) where the import has no importorganisatie */
export async function findImportRoot(sql: Sql, importId: string): Promise<ImportRoot> {
  const [row] = await sql.all<{ gids_id: string }>('SELECT gids_id FROM import_root WHERE import_id = $1', [importId]);
  if (!row) throw new RequestRefused({ kind: 'notFound', code: 'unknownImport', message: `Import "${importId}" bestaat niet.` });
  return { importId, gidsId: Number(row.gids_id) };
}

/** Which import has this importorganisatie. @throws RequestRefused (404) where the G!DS-ID is of none */
export async function showImportOrganisation(sql: Sql, { gidsId }: PayloadOf<typeof ShowImportOrganisation>): Promise<ReplyOf<typeof ShowImportOrganisation>> {
  const [row] = await sql.all<{ importId: string; name: string }>(
    'SELECT import_id AS "importId", o.name FROM import_root JOIN organisation o USING (gids_id) WHERE gids_id = $1',
    [gidsId],
  );
  if (!row) throw new RequestRefused({ kind: 'notFound', code: 'unknownImportOrganisation', message: `Er is geen importorganisatie met G!DS-ID ${gidsId}.` });
  return { gidsId, ...row };
}
