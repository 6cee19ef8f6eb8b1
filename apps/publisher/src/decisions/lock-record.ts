import { RequestRefused } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { readStates } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

/** Which record a person decides on, and which version of it he saw. */
export interface DecisionTarget {
  readonly id: number;
  readonly version: number;
}

/** Who may: it throws where somebody may not do this with the record (403). */
export type RecordRight = (record: RecordState) => void | Promise<void>;

/**
 * Takes a record for one decision: others wait until the transaction ends.
 * @throws RequestRefused where there is none, somebody has no right to it, it is not what the person saw any more, or
 *   nothing can be decided about it
 */
export async function lockForDecision(sql: Sql, { id, version }: DecisionTarget, right: RecordRight): Promise<RecordState> {
  await sql.run('SELECT FROM import_record WHERE id = $1 FOR UPDATE', [id]);
  const [record] = await readStates(sql, [id]);
  if (!record) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen importregel ${id}.` });
  await right(record);
  if (record.version !== version) throw stale(record);
  if (record.suppressed) throw new RequestRefused({ kind: 'conflict', code: 'suppressed', message: 'De gegevens van dit record zijn op verzoek gewist; er valt niets te beslissen.' });
  return record;
}

function stale({ name, recordId }: RecordState): RequestRefused {
  const message = `${name || recordId} is intussen gewijzigd. Bekijk de nieuwe gegevens en beslis opnieuw.`;
  return new RequestRefused({ kind: 'stale', code: 'staleVersion', message });
}
