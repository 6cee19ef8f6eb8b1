import type { Sql } from '@gids/persistence';
import type { Asker } from '../people/may.js';
import { Where } from '../queries/where.js';
import { unknownOrganisation } from './refusals.js';

/** What an import says of childminders, private persons at home, is for its import managers only (N39); `?` stands for their imports. */
const seen = `(o.management <> 'IMPORTED' OR o.kind <> 'CHILDMINDER' OR EXISTS (
  SELECT FROM contract stands JOIN import_root root ON root.gids_id = stands.parent_gids_id
  WHERE stands.gids_id = o.gids_id AND root.import_id = ANY(?::text[])))`;

/** Leaves out of a list of organisations, as `o`, what somebody may not see in the back office. */
export function seenBy(where: Where, asker: Asker): Where {
  return where.add(seen, asker?.importRights);
}

/** @throws RequestRefused (404) where there is no such organisation, or none that somebody may see in the back office */
export async function requireSeen(sql: Sql, asker: Asker, gidsId: number): Promise<void> {
  const where = seenBy(new Where().add('o.gids_id = ?', gidsId), asker);
  const [found] = await sql.all(`SELECT o.gids_id FROM organisation o ${where}`, where.parameters);
  if (!found) throw unknownOrganisation(gidsId);
}
