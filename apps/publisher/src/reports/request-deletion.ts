import { DeletionRequested, RequestRefused, type PayloadOf, type ReplyOf, type RequestDeletion } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { addHistory } from '../history/record-history.js';
import { readOrganisation, type StoredOrganisation } from '../organisations/managed-store.js';
import { notManaged } from '../organisations/refusals.js';
import type { Asker } from '../people/may.js';
import { deciding } from '../people/rights.js';
import { readStates } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

/**
 * Asks the account manager to delete a managed organisation, for who finds the imported one better but may not delete the
 * other himself (S2:77, R50, A17). Nothing changes by asking.
 * @throws RequestRefused where record or organisation is unknown (404), the asker has no importrecht of the record (403),
 *   or the organisation is not managed or has nothing to do with the record (409)
 */
export async function requestDeletion(unit: UnitOfWork, command: PayloadOf<typeof RequestDeletion>, asker: Asker, now: Date): Promise<ReplyOf<typeof RequestDeletion>> {
  const { sql, emit } = unit;
  const { importRecordId, gidsId, reason, by } = command;
  const record = await readRecord(sql, importRecordId);
  deciding(asker)(record.importId);
  const organisation = await readOrganisation(sql, gidsId, 'FOR SHARE');
  refuseUnrelated(record, organisation);
  const accountManager = await accountManagerOf(sql, gidsId);
  const sentence = `Accountmanager ${accountManager} is gevraagd G!DS ${gidsId} ${organisation.name} te verwijderen: ${reason.replace(/\s+/g, ' ')}.`.replace(/\.\.$/, '.');
  await addHistory(sql, { at: now, by }, new Map([[record.id, [{ kind: 'DUPLICATES', sentence }]]]));
  emit(DeletionRequested, { gidsId, name: organisation.name, accountManager, importRecordId, importedName: record.name, reason, by }, { subject: String(gidsId) });
  return { gidsId, importRecordId, accountManager, requestedAt: now.toISOString() };
}

async function readRecord(sql: Sql, id: number): Promise<RecordState> {
  const [record] = await readStates(sql, [id]);
  if (!record) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen importregel ${id}.` });
  return record;
}

function refuseUnrelated({ duplicates, linkedOrganisationId }: RecordState, organisation: StoredOrganisation): void {
  if (organisation.management !== 'MANAGED') throw notManaged(organisation);
  const { gidsId, name } = organisation;
  if (linkedOrganisationId === gidsId || duplicates.some((duplicate) => duplicate.gidsId === gidsId)) return;
  const message = `G!DS ${gidsId} ${name} is geen dubbele van deze geïmporteerde organisatie en is er niet aan gekoppeld; om verwijdering vragen kan alleen dan.`;
  throw new RequestRefused({ kind: 'conflict', code: 'unrelatedOrganisation', message });
}

async function accountManagerOf(sql: Sql, gidsId: number): Promise<string> {
  const [contract] = await sql.all<{ account_manager: string }>('SELECT account_manager FROM contract WHERE gids_id = $1', [gidsId]);
  if (!contract) throw new Error(`Organisation ${gidsId} has no contract`);
  return contract.account_manager;
}
