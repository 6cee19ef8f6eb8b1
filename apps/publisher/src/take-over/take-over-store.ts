import type { Sql } from '@gids/persistence';
import type { TakenOver } from './taken-over.js';

interface TakeOverRow {
  provider_gids_id: string;
  mode: TakenOver['mode'];
  product_gids_ids: string[];
}

/** @returns what is taken over of a provider; undefined where nothing is */
export async function readTakenOver(sql: Sql, providerGidsId: number): Promise<TakenOver | undefined> {
  const [row] = await sql.all<TakeOverRow>('SELECT provider_gids_id, mode, product_gids_ids FROM take_over WHERE provider_gids_id = $1', [providerGidsId]);
  return row && takenOverOf(row);
}

export async function saveTakenOver(sql: Sql, { providerGidsId, mode, productGidsIds }: TakenOver): Promise<void> {
  await sql.run(
    `INSERT INTO take_over (provider_gids_id, mode, product_gids_ids) VALUES ($1, $2, $3::bigint[])
     ON CONFLICT (provider_gids_id) DO UPDATE SET mode = excluded.mode, product_gids_ids = excluded.product_gids_ids`,
    [providerGidsId, mode, productGidsIds],
  );
}

/** @returns what was taken over of the providers until now */
export async function removeTakenOver(sql: Sql, providerGidsIds: readonly number[]): Promise<TakenOver[]> {
  const rows = await sql.all<TakeOverRow>(
    'DELETE FROM take_over WHERE provider_gids_id = ANY($1::bigint[]) RETURNING provider_gids_id, mode, product_gids_ids',
    [providerGidsIds],
  );
  return rows.map(takenOverOf);
}

function takenOverOf({ provider_gids_id, mode, product_gids_ids }: TakeOverRow): TakenOver {
  return { providerGidsId: Number(provider_gids_id), mode, productGidsIds: product_gids_ids.map(Number) };
}
