import { OrganisationRemoved, OrganisationSaved, type OrganisationContent } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';

interface SavedRow {
  gids_id: string;
  version: number;
  visible: boolean;
  content: OrganisationContent;
  source_id: string | null;
  record_id: string | null;
}

/**
 * Tells how managed organisations stand now (R37-R39); what an import holds is never told. A copy says each time of
 * which record it is one: a consumer keeps only the newest version.
 */
export async function tellSaved({ sql, emit }: UnitOfWork, gidsIds: readonly number[]): Promise<void> {
  const rows = await sql.all<SavedRow>(
    `SELECT o.gids_id, o.version, o.visible, o.content, origin.source_id, origin.record_id
     FROM organisation o LEFT JOIN LATERAL (
       SELECT source_id, record_id FROM import_record WHERE gids_id = o.copied_from_gids_id ORDER BY id LIMIT 1) origin ON true
     WHERE o.gids_id = ANY($1::bigint[]) AND o.management = 'MANAGED' ORDER BY o.gids_id`,
    [gidsIds],
  );
  for (const { gids_id, version, visible, content: organisation, source_id: sourceId, record_id: recordId } of rows) {
    const copiedFrom = sourceId !== null && recordId !== null ? { copiedFrom: { sourceId, recordId } } : {};
    emit(OrganisationSaved, { gidsId: Number(gids_id), version, visible, organisation, ...copiedFrom }, { subject: gids_id });
  }
}

/** Tells that a managed organisation is gone. @param lastVersion the one that it had */
export function tellRemoved({ emit }: UnitOfWork, gidsId: number, lastVersion: number): void {
  emit(OrganisationRemoved, { gidsId, version: lastVersion + 1 }, { subject: String(gidsId) });
}
