import { RequestRefused } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { LinkTarget } from './link-record.js';

/** Finds the organisation to link to and keeps it from being deleted meanwhile. @throws RequestRefused where there is none (R54) */
export async function lockLinkTarget(sql: Sql, gidsId: number): Promise<LinkTarget> {
  const [target] = await sql.all<Omit<LinkTarget, 'gidsId'>>('SELECT name, management FROM organisation WHERE gids_id = $1 FOR SHARE', [gidsId]);
  if (!target) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen organisatie met G!DS-ID ${gidsId}.` });
  return { gidsId, ...target };
}
