import type { UnitOfWork } from '@gids/messaging';
import { tellSignals } from '../review/tell-signals.js';

interface LinkedRow {
  id: string;
  import_id: string;
  source_id: string;
  record_id: string;
  name: string;
  linked_organisation_id: string;
  linked_name: string;
}

/** Tells import managers of the records that are linked to managed organisations which were hidden: the links stay (R60). */
export async function signalHiddenTargets(unit: Pick<UnitOfWork, 'sql' | 'emit'>, hiddenGidsIds: readonly number[]): Promise<void> {
  if (hiddenGidsIds.length === 0) return;
  const rows = await unit.sql.all<LinkedRow>(
    `SELECT r.id, r.import_id, r.source_id, r.record_id, r.name, r.linked_organisation_id, o.name AS linked_name
     FROM import_record r JOIN organisation o ON o.gids_id = r.linked_organisation_id
     WHERE r.linked_organisation_id = ANY($1::bigint[]) AND NOT o.visible ORDER BY r.source_id, r.record_id`,
    [hiddenGidsIds],
  );
  tellSignals(unit, 'LINK_TARGET_HIDDEN', rows.map(signalledOf));
}

function signalledOf({ id, import_id: importId, source_id: sourceId, record_id: recordId, name, linked_organisation_id, linked_name }: LinkedRow) {
  return { record: { id: Number(id), importId, sourceId, recordId, name }, organisation: { gidsId: Number(linked_organisation_id), name: linked_name } };
}
