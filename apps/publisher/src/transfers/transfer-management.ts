import { RequestRefused, type PayloadOf, type ReplyOf, type TransferManagement } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { copyOrganisation } from '../copies/copy-organisation.js';
import { lockForDecision } from '../decisions/lock-record.js';
import type { Asker } from '../people/may.js';
import { deciding } from '../people/rights.js';
import { showImportRecord } from '../queries/import-record-list.js';
import { changeRecords } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';
import { transferRecord } from './transfer-record.js';

/**
 * Beheer overdragen (S2:33, R62): a visible copy under the editor, action 3 on the record and, if asked, a link; all of it
 * in one transaction, or nothing.
 * @throws RequestRefused without the importrecht of the record (403), where there is nothing to transfer or a copy exists
 *   already (409), and as `copyOrganisation` does, who asks for an account manager of the parent
 */
export async function transferManagement(unit: UnitOfWork, command: PayloadOf<typeof TransferManagement>, asker: Asker, now: Date): Promise<ReplyOf<typeof TransferManagement>> {
  const { sql } = unit;
  const record = await lockForDecision(sql, command, ({ importId }) => deciding(asker)(importId));
  const gidsId = transferable(record);
  await refuseSecondCopy(sql, gidsId);
  const { parentGidsId, accountManager, by, link } = command;
  const copy = await copyOrganisation(unit, { gidsId, parentGidsId, accountManager, visible: true, withProducts: false, by }, asker, now, true);
  await changeRecords(sql, [record.id], { at: now, by }, () => transferRecord(copy, link));
  return { copy, record: await showImportRecord(sql, record.id), postponed: !copy.visible };
}

function transferable({ gidsId, type, name, missingAtSource, hasContent }: RecordState): number {
  if (type === 'ORGANISATION' && gidsId !== undefined && hasContent && !missingAtSource) return gidsId;
  const message = `${name || 'Dit record'} kan niet worden overgedragen: alleen een geïmporteerde organisatie die nog in de bron staat.`;
  throw new RequestRefused({ kind: 'conflict', code: 'notTransferable', message });
}

async function refuseSecondCopy(sql: Sql, gidsId: number): Promise<void> {
  const [copy] = await sql.all<{ gids_id: string; name: string }>('SELECT gids_id, name FROM organisation WHERE copied_from_gids_id = $1 ORDER BY gids_id LIMIT 1', [gidsId]);
  if (!copy) return;
  const message = `Er is al een kopie van deze organisatie: G!DS ${copy.gids_id} ${copy.name}. Koppel daaraan in plaats van nog een kopie te maken.`;
  throw new RequestRefused({ kind: 'conflict', code: 'alreadyCopied', message });
}
