import type { UnitOfWork } from '@gids/messaging';
import type { RecordState } from '../records/record-state.js';
import type { Signal } from './review-signals.js';
import { tellSignals } from './tell-signals.js';

/**
 * Tells of matches that were lost while the public sees both organisations (A30).
 * @param records as they stand now, the match lost
 */
export async function tellLostMatches(unit: Pick<UnitOfWork, 'sql' | 'emit'>, lost: readonly Signal[], records: readonly RecordState[]): Promise<void> {
  if (lost.length === 0) return;
  const visible = new Map(records.filter((record) => record.visible).map((record) => [record.id, record]));
  const rows = await unit.sql.all<{ gids_id: string; name: string }>(
    "SELECT gids_id, name FROM organisation WHERE gids_id = ANY($1::bigint[]) AND management = 'MANAGED' AND visible",
    [lost.map(({ gidsId }) => gidsId)],
  );
  const names = new Map(rows.map(({ gids_id, name }) => [Number(gids_id), name]));
  const signalled = lost.flatMap(({ recordId, gidsId }) => {
    const [record, name] = [visible.get(recordId), names.get(gidsId)];
    return record && name !== undefined ? [{ record, organisation: { gidsId, name } }] : [];
  });
  tellSignals(unit, 'MATCH_LOST', signalled);
}
