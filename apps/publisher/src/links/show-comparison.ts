import type { Comparison, OrganisationContent, PayloadOf, ReplyOf, ShowComparison } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { readOrganisation } from '../organisations/managed-store.js';
import { notManaged } from '../organisations/refusals.js';
import { mayDecide, type Asker } from '../people/may.js';
import { acts, requireStanding } from '../people/rights.js';
import { compareFields } from './compare-fields.js';
import { readLastChanges, type LastChange } from './linked-change-store.js';
import { shareableName } from './shareable-fields.js';

interface LinkedRow {
  id: string;
  import_id: string;
  source_id: string;
  record_id: string;
  gids_id: string | null;
  name: string;
  missing_at_source: boolean;
  content: OrganisationContent | null;
}

/**
 * What each imported organisation that is linked to a managed one says beside it (S2:33, R58); nothing is taken over by itself.
 * @throws RequestRefused where it is unknown (404) or not managed (409), and where the asker neither may change it nor has
 *   the importrecht of something that is linked to it (403)
 */
export async function showComparison(sql: Sql, { gidsId }: PayloadOf<typeof ShowComparison>, asker: Asker): Promise<ReplyOf<typeof ShowComparison>> {
  const organisation = await readOrganisation(sql, gidsId);
  if (organisation.management !== 'MANAGED') throw notManaged(organisation);
  const linked = await readLinked(sql, gidsId);
  if (!linked.some(({ import_id }) => mayDecide(asker, import_id))) await requireStanding(sql, asker, organisation, acts.edit);
  const changes = await readLastChanges(sql, linked.map(({ id }) => Number(id)));
  return { gidsId, name: organisation.name, comparisons: linked.map((row) => comparisonOf(row, organisation.content, changes.get(Number(row.id)) ?? new Map())) };
}

function readLinked(sql: Sql, gidsId: number): Promise<LinkedRow[]> {
  return sql.all<LinkedRow>(
    `SELECT r.id, r.import_id, r.source_id, r.record_id, r.gids_id, r.name, r.missing_at_source, o.content
     FROM import_record r LEFT JOIN organisation o ON o.gids_id = r.gids_id WHERE r.linked_organisation_id = $1 ORDER BY r.source_id, r.record_id`,
    [gidsId],
  );
}

function comparisonOf(row: LinkedRow, own: OrganisationContent, lastChanges: ReadonlyMap<string, LastChange>): Comparison {
  const { import_id: importId, source_id: sourceId, record_id: recordId, missing_at_source: missingAtSource } = row;
  const imported = row.content ?? undefined;
  return {
    ...{ importId, sourceId, recordId, missingAtSource },
    importRecordId: Number(row.id),
    name: shareableName({ name: row.name, kind: imported?.kind, recordId }),
    fields: compareFields({ imported, own, lastChanges }),
    ...(row.gids_id !== null && { gidsId: Number(row.gids_id) }),
  };
}
