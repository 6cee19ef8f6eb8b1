import { RequestRefused } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { termOf } from '../contracts/contract-store.js';
import { signalHiddenTargets } from '../links/signal-hidden-targets.js';
import { tellSaved } from '../organisations/tell-organisations.js';
import { graceWeeks, isNeglected } from './control-term.js';

/** Who changes what nobody checks. */
const controlName = 'controletermijn';

/** To come back, it must be checked first (G16). @throws RequestRefused (409) where nobody checked for too long */
export async function refuseNeglected(sql: Sql, gidsId: number, now: Date): Promise<void> {
  const [row] = await sql.all<{ control_term: number | null; checked_at: string | null }>(
    'SELECT control_term, checked_at FROM contract WHERE gids_id = $1',
    [gidsId],
  );
  if (!row?.checked_at || !isNeglected({ controlTerm: termOf(row.control_term), checkedAt: new Date(row.checked_at) }, now)) return;
  const message = `De controledatum van organisatie ${gidsId} is meer dan ${graceWeeks} weken voorbij. Controleer en bevestig eerst haar gegevens.`;
  throw new RequestRefused({ kind: 'conflict', code: 'notChecked', message });
}

/**
 * Hides managed organisations that nobody checked for too long, and tells so (G16); what an import brings has an
 * infinite term and stays as it is (R94). The condition is `isNeglected` over all rows.
 * @returns how many were hidden
 */
export async function hideNeglected(unit: UnitOfWork, now: Date): Promise<number> {
  const hidden = await unit.sql.all<{ gids_id: string }>(
    `WITH neglected AS (
       SELECT o.gids_id FROM organisation o JOIN contract c USING (gids_id)
       WHERE o.management = 'MANAGED' AND o.visible AND c.checked_at < $1::timestamptz - make_interval(hours => (c.control_term + $2::int) * 7 * 24)
       ORDER BY o.gids_id FOR UPDATE
     )
     UPDATE organisation o SET visible = false, version = version + 1, changed_by = $3, changed_at = $1
     FROM neglected n WHERE o.gids_id = n.gids_id RETURNING o.gids_id`,
    [now, graceWeeks, controlName],
  );
  const gidsIds = hidden.map(({ gids_id }) => Number(gids_id));
  await tellSaved(unit, gidsIds);
  await signalHiddenTargets(unit, gidsIds);
  return hidden.length;
}
