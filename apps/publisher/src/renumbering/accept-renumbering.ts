import { RequestRefused, type AcceptRenumbering, type ImportRecordDetail, type PayloadOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Occasion } from '../history/record-history.js';
import { unlinkRecord } from '../links/link-record.js';
import { showImportRecord } from '../queries/import-record-list.js';
import { changeRecords, readStates } from '../records/change-records.js';
import { eraseRecords, lockProductRecords } from '../removal/erase-records.js';
import { readReviewItem, storeJudgement } from '../review/judge-item.js';
import { moveOrganisation } from './move-organisation.js';
import { renumberedPair, successorChange, tombstoneChange, type RenumberedPair } from './renumber.js';

/**
 * Makes one of a vanished record and its successor, in one act: the new bronID goes on with the G!DS-ID, action, note and
 * link of the old one, whether that was deleted meanwhile or not; the G!DS-ID of its own is dropped and never given again.
 * @throws RequestRefused where there is no such proposal (404), or the two cannot be made one (409)
 */
export async function acceptRenumbering(sql: Sql, { itemId, by }: PayloadOf<typeof AcceptRenumbering>, now: Date): Promise<ImportRecordDetail> {
  const proposal = await readReviewItem(sql, itemId);
  const { item } = proposal;
  if (item.reason !== 'RENUMBERED') throw notRenumbered(itemId);
  const pair = await lockPair(sql, item.recordId, item.successorId);
  await storeJudgement(sql, proposal, { judgement: 'hernummering geaccepteerd', by }, now);
  await makeOne(sql, pair, { at: now, by });
  return showImportRecord(sql, pair.successor.id);
}

async function lockPair(sql: Sql, oldId: number, successorId: number | undefined): Promise<RenumberedPair> {
  await sql.run('SELECT FROM import_record WHERE id = ANY($1::bigint[]) ORDER BY source_id, record_id FOR UPDATE', [[oldId, successorId]]);
  const states = new Map((await readStates(sql, successorId === undefined ? [oldId] : [oldId, successorId])).map((state) => [state.id, state]));
  const [old, successor] = [states.get(oldId), states.get(successorId ?? 0)];
  if (!old) throw new Error(`Record ${oldId} was not locked`);
  return renumberedPair(old, successor);
}

/** What the old one offered goes, as does a link of the new one; what that one offers stays. */
async function makeOne(sql: Sql, pair: RenumberedPair, occasion: Occasion): Promise<void> {
  const { old, successor } = pair;
  await changeRecords(sql, [successor.id], occasion, unlinkRecord);
  const products = await lockProductRecords(sql, [old.id]);
  await eraseRecords(sql, products);
  if (successor.gidsId !== undefined) await moveOrganisation(sql, { from: successor.gidsId, to: old.gidsId });
  await sql.run('UPDATE import_record SET gids_id = CASE id WHEN $1 THEN $3::bigint END WHERE id IN ($1, $2)', [successor.id, old.id, old.gidsId]);
  await eraseRecords(sql, [old.id]);
  await changeRecords(sql, [old.id, successor.id], occasion, ({ id }) => (id === old.id ? tombstoneChange(pair) : successorChange(pair)));
  const offered = 'Verwijderd: de organisatie waar het onder stond is hernummerd.';
  await changeRecords(sql, products, occasion, () => ({ told: [{ kind: 'SOURCE', sentence: offered }] }));
  await sql.run('UPDATE import_record SET removed_at = $2 WHERE id = ANY($1::bigint[])', [[old.id, ...products], occasion.at]);
  await sql.run('DELETE FROM renumbering WHERE record_id = $1', [old.id]);
}

function notRenumbered(itemId: number): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code: 'notRenumbered', message: `Controlepunt ${itemId} is geen voorstel voor een hernummering.` });
}
