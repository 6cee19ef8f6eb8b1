import type { Sql } from '@gids/persistence';
import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { Candidate } from '../matching/literal-rule.js';
import type { MatchKeys } from '../matching/match-keys.js';

/** A managed organisation with its match keys; a removed one stays as a mark, so that an old event cannot bring it back. */
const DirectoryOrganisation = defineEntity({
  name: 'DirectoryOrganisation',
  tableName: 'directory_organisation',
  indexes: [{ properties: ['nameKey'] }, { properties: ['addressKey'] }],
  properties: {
    gidsId: p.bigint().primary().autoincrement(false),
    version: p.integer(),
    name: p.text(),
    town: p.text().nullable(),
    visible: p.boolean(),
    nameKey: p.text().nullable(),
    addressKey: p.text().nullable(),
  },
});

export const deduplicatorEntities = [DirectoryOrganisation] as unknown as EntitySchema[];

/** A managed organisation as it stands; without keys it matches nothing. */
export interface DirectoryOrganisationRow extends Candidate {
  readonly version: number;
}

interface CandidateRow {
  gids_id: string;
  name: string;
  town: string | null;
  visible: boolean;
  name_key: string | null;
  address_key: string | null;
}

/** Keeps the newest version of each organisation, in whatever order they arrive. */
export async function saveDirectoryOrganisations(sql: Sql, rows: readonly DirectoryOrganisationRow[]): Promise<void> {
  await sql.run(
    `INSERT INTO directory_organisation AS stored (gids_id, version, name, town, visible, name_key, address_key)
     SELECT DISTINCT ON ("gidsId") "gidsId", version, name, town, visible, "nameKey", "addressKey"
     FROM json_to_recordset($1::json) AS incoming ("gidsId" bigint, version int, name text, town text, visible boolean, "nameKey" text, "addressKey" text)
     ORDER BY "gidsId", version DESC
     ON CONFLICT (gids_id) DO UPDATE SET version = excluded.version, name = excluded.name, town = excluded.town, visible = excluded.visible,
       name_key = excluded.name_key, address_key = excluded.address_key
     WHERE stored.version < excluded.version`,
    [JSON.stringify(rows)],
  );
}

/** @returns every managed organisation that shares a key with one of these: two equality joins for a whole frame (R48) */
export async function findCandidates(sql: Sql, keys: readonly MatchKeys[]): Promise<Candidate[]> {
  const rows = await sql.all<CandidateRow>(
    `SELECT gids_id, name, town, visible, name_key, address_key FROM directory_organisation WHERE name_key = ANY($1::text[])
     UNION SELECT gids_id, name, town, visible, name_key, address_key FROM directory_organisation WHERE address_key = ANY($2::text[])`,
    [defined(keys.map((key) => key.nameKey)), defined(keys.map((key) => key.addressKey))],
  );
  return rows.map((row) => ({
    gidsId: Number(row.gids_id),
    name: row.name,
    town: row.town ?? undefined,
    visible: row.visible,
    nameKey: row.name_key ?? undefined,
    addressKey: row.address_key ?? undefined,
  }));
}

function defined(values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}
