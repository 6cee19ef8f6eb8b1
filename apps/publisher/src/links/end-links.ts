import type { UnitOfWork } from '@gids/messaging';
import { changeRecords } from '../records/change-records.js';
import { rememberSignals } from '../review/review-signals.js';
import { tellSignals, type Signaller } from '../review/tell-signals.js';

/**
 * Ends the links to a managed organisation that is deleted. Their records stay on action 3, a person's explicit
 * choice, so nothing of the two is visible any more: that is for the review round and its managers (R60, A4).
 */
export async function endLinksTo(unit: Pick<UnitOfWork, 'sql' | 'emit'>, target: Signaller, by: string, now: Date): Promise<void> {
  const { sql } = unit;
  const { gidsId } = target;
  const records = await sql.all<{ id: string }>(
    'SELECT id FROM import_record WHERE linked_organisation_id = $1 ORDER BY source_id, record_id FOR UPDATE',
    [gidsId],
  );
  const sentence = `Koppeling beëindigd: G!DS ${gidsId} is verwijderd. De organisatie is nu nergens meer zichtbaar.`;
  const ended = await changeRecords(sql, records.map(({ id }) => id), { at: now, by }, () => ({ linkedOrganisationId: undefined, told: [{ kind: 'LINK', sentence }] }));
  await rememberSignals(sql, 'NOWHERE_VISIBLE', records.map(({ id }) => ({ recordId: Number(id), gidsId })), now);
  tellSignals(unit, 'LINK_TARGET_DELETED', ended.map((record) => ({ record, organisation: target })));
}
