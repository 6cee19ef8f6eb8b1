import type { ListDuplicateReports, PayloadOf, ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Asker } from '../people/may.js';
import { requirePerson } from '../people/rights.js';
import { Where } from '../queries/where.js';
import { readReports } from './report-store.js';

/** What somebody reported himself, with its outcome, and what others reported of his imports (R77). @throws RequestRefused (403) for a script */
export async function listReports(sql: Sql, { importId, ...page }: PayloadOf<typeof ListDuplicateReports>, asker: Asker): Promise<ReplyOf<typeof ListDuplicateReports>> {
  requirePerson(asker);
  const where = new Where()
    .add('r.import_id = ?', importId)
    .add('(p.by = (?::text[])[1] OR r.import_id = ANY ((?::text[])[2:]))', asker && [asker.name, ...asker.importRights]);
  return readReports(sql, where, page);
}
