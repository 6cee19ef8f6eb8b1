import { noRight, type ImportRecordDetail } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { RecordState } from '../records/record-state.js';
import { mayReadRecords, mayTakeOver, type Asker } from './may.js';
import { standingAt } from './role-store.js';

/**
 * Who may take over the products of a record: who edits the organisation that it is linked to, and its import managers.
 * @throws RequestRefused (403)
 */
export async function requireTakeOver(sql: Sql, asker: Asker, { importId, linkedOrganisationId: target }: RecordState): Promise<void> {
  const standing = asker && target !== undefined ? await standingAt(sql, asker.name, target) : undefined;
  if (mayTakeOver(asker, importId, standing)) return;
  throw noRight(`U hebt geen recht om hier producten over te nemen. Dat kunnen de redacteuren, beheerders en accountmanager van de gekoppelde organisatie, en wie het importrecht van import "${importId}" heeft.`);
}

/** @returns of a record what somebody may see who can take over its products without being its import manager (N38, N39) */
export function shownToTaker(asker: Asker, record: ImportRecordDetail): ImportRecordDetail {
  if (mayReadRecords(asker, record.importId)) return record;
  const { organisation } = record;
  return { ...record, note: undefined, organisation: organisation?.kind === 'CHILDMINDER' ? undefined : organisation };
}
