import type { ListVisibleOrganisations, OrganisationView, PayloadOf, ReplyOf } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { readShownProducts } from '../take-over/shown-products.js';
import { containing } from './containing.js';
import { iso } from './iso.js';
import { Where } from './where.js';

interface OrganisationRow {
  gids_id: string;
  content: OrganisationView['organisation'];
  source_id: string | null;
  changed_at: string;
}

/** What the public sees, imported and managed alike (R98). */
export async function listVisibleOrganisations(sql: Sql, filter: PayloadOf<typeof ListVisibleOrganisations>): Promise<ReplyOf<typeof ListVisibleOrganisations>> {
  const where = new Where()
    .add('visible = ?', true)
    .add('town_folded = ?', filter.town === undefined ? undefined : fold(filter.town))
    .add('postcode = ?', filter.postcode)
    .add('kind = ANY(?::text[])', filter.kinds)
    .add("name_folded LIKE ? ESCAPE '!'", filter.name === undefined ? undefined : containing(filter.name));
  const next = where.parameters.length;
  const rows = await sql.all<OrganisationRow>(
    `SELECT gids_id, content, source_id, changed_at FROM organisation ${where} ORDER BY gids_id LIMIT $${next + 1} OFFSET $${next + 2}`,
    [...where.parameters, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM organisation ${where}`, where.parameters);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

/** One visible organisation with its products (R59, R70); a hidden one is as unknown as one that never was. */
export async function findVisibleOrganisation(sql: Sql, gidsId: number): Promise<OrganisationView | undefined> {
  const [row] = await sql.all<OrganisationRow>(
    'SELECT gids_id, content, source_id, changed_at FROM organisation WHERE gids_id = $1 AND visible',
    [gidsId],
  );
  return row && { ...viewOf(row), products: await readShownProducts(sql, gidsId) };
}

function viewOf(row: OrganisationRow): OrganisationView {
  return {
    gidsId: Number(row.gids_id),
    organisation: row.content,
    changedAt: iso(row.changed_at),
    ...(row.source_id !== null && { sourceId: row.source_id }),
  };
}
