import type { DirectoryOrganisation, ListOrganisations, Management, OrganisationContent, PayloadOf, ReplyOf } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { validateOrganisation } from '@gids/validation';
import { contractOf, type ContractRow } from '../contracts/contract-store.js';
import { containing } from '../queries/containing.js';
import { iso } from '../queries/iso.js';
import type { Asker } from '../people/may.js';
import { Where } from '../queries/where.js';
import { unknownOrganisation } from './refusals.js';
import { seenBy } from './seen-by.js';

/** An organisation with its contract; without one, all of that is null. */
interface OrganisationRow extends Omit<ContractRow, 'account_manager'> {
  gids_id: string;
  management: Management;
  content: OrganisationContent;
  visible: boolean;
  version: number;
  source_id: string | null;
  record_id: string | null;
  copied_from_gids_id: string | null;
  changed_at: string;
  account_manager: string | null;
}

const columns = `o.gids_id, o.management, o.content, o.visible, o.version, o.source_id, o.copied_from_gids_id, o.changed_at,
  c.parent_gids_id, c.account_manager, c.control_term, c.notify_editors, c.checked_at,
  CASE WHEN o.management = 'IMPORTED' THEN (SELECT r.record_id FROM import_record r WHERE r.gids_id = o.gids_id ORDER BY r.id LIMIT 1) END AS record_id`;

const withContract = 'organisation o LEFT JOIN contract c USING (gids_id)';

/** Dutch sorting, and one order among equal names. */
const order = 'o.name COLLATE "nl-x-icu", o.gids_id';

/** One organisation as the back office sees it, hidden or not (R71). @throws RequestRefused (404) where there is none */
export async function showOrganisation(sql: Sql, gidsId: number): Promise<DirectoryOrganisation> {
  const [row] = await sql.all<OrganisationRow>(`SELECT ${columns} FROM ${withContract} WHERE o.gids_id = $1`, [gidsId]);
  if (!row) throw unknownOrganisation(gidsId);
  return viewOf(row);
}

/** A page of the organisations that somebody sees in the back office, hidden ones too, and how many there are in all (R71, N39). */
export async function listOrganisations(sql: Sql, filter: PayloadOf<typeof ListOrganisations>, asker: Asker): Promise<ReplyOf<typeof ListOrganisations>> {
  const where = new Where()
    .add("o.name_folded LIKE ? ESCAPE '!'", filter.name === undefined ? undefined : containing(filter.name))
    .add('o.town_folded = ?', filter.town === undefined ? undefined : fold(filter.town))
    .add('c.parent_gids_id = ?', filter.parentGidsId)
    .add('o.management = ANY(?::text[])', filter.managements)
    .add('o.visible = ?', filter.visible);
  seenBy(where, asker);
  const next = where.parameters.length;
  // Ids first: sorting whole contents would spill to disk.
  const rows = await sql.all<OrganisationRow>(
    `WITH page AS (SELECT gids_id FROM ${withContract} ${where} ORDER BY ${order} LIMIT $${next + 1} OFFSET $${next + 2})
     SELECT ${columns} FROM page JOIN ${withContract} USING (gids_id) ORDER BY ${order}`,
    [...where.parameters, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM ${withContract} ${where}`, where.parameters);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

function viewOf(row: OrganisationRow): DirectoryOrganisation {
  const { account_manager: accountManager } = row;
  return {
    gidsId: Number(row.gids_id),
    management: row.management,
    organisation: row.content,
    visible: row.visible,
    // An importorganisatie is a container that nobody visits (A21).
    findings: row.management === 'IMPORT_ROOT' ? [] : validateOrganisation(row.content),
    version: row.version,
    changedAt: iso(row.changed_at),
    ...(accountManager !== null && { contract: contractOf({ ...row, account_manager: accountManager }) }),
    ...(row.source_id !== null && { sourceId: row.source_id }),
    ...(row.record_id !== null && { recordId: row.record_id }),
    ...(row.copied_from_gids_id !== null && { copiedFromGidsId: Number(row.copied_from_gids_id) }),
    ...(row.checked_at !== null && { checkedAt: iso(row.checked_at) }),
  };
}
