import type { ImportRecordDetail, PayloadOf, TakeOverProducts } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { lockForDecision } from '../decisions/lock-record.js';
import type { Asker } from '../people/may.js';
import { requireTakeOver } from '../people/take-over-right.js';
import { refuseInvalid } from '../organisations/refusals.js';
import { readProducts } from '../products/product-store.js';
import { showImportRecord } from '../queries/import-record-list.js';
import { changeRecords } from '../records/change-records.js';
import { chosenProducts, providerOf, takeOverSentence, type Choice } from './take-over-rule.js';
import { readTakenOver, removeTakenOver, saveTakenOver } from './take-over-store.js';
import type { TakenOver } from './taken-over.js';

/**
 * Takes over all products of a linked record, later ones too, or a selection; or none of them any more (R59, R73, A24).
 * @throws RequestRefused where the record is unknown (404), not the asker's to take over from (403), stale (412) or not linked (409), and where a product of the
 *   selection is not one of its organisation (400)
 */
export async function takeOverProducts({ sql }: UnitOfWork, command: PayloadOf<typeof TakeOverProducts>, asker: Asker, now: Date): Promise<ImportRecordDetail> {
  const { mode, by } = command;
  const record = await lockForDecision(sql, command, (found) => requireTakeOver(sql, asker, found));
  const provider = providerOf(record);
  const { products, errors } = chosenProducts(command, await readProducts(sql, 'owner_gids_id = $1', [provider.gidsId]));
  refuseInvalid(errors);
  if (await choose(sql, provider.gidsId, { mode, productGidsIds: products.map(({ gidsId }) => gidsId) })) {
    const told = [{ kind: 'LINK', sentence: takeOverSentence(provider, mode, products) } as const];
    await changeRecords(sql, [record.id], { at: now, by }, () => ({ told }));
  }
  return showImportRecord(sql, record.id);
}

/** @returns whether anything changed */
async function choose(sql: Sql, providerGidsId: number, { mode, productGidsIds }: Choice): Promise<boolean> {
  if (mode === 'NONE') return (await removeTakenOver(sql, [providerGidsId])).length > 0;
  const after: TakenOver = { providerGidsId, mode, productGidsIds: productGidsIds.toSorted((a, b) => a - b) };
  if (JSON.stringify(await readTakenOver(sql, providerGidsId)) === JSON.stringify(after)) return false;
  await saveTakenOver(sql, after);
  return true;
}
