import { RequestRefused, type BulkOrder, type BulkOutcome, type PublicationAction } from '@gids/contracts';
import { changeAction } from '../decisions/change-action.js';
import { saveNote } from '../decisions/save-note.js';
import type { RecordChange } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

/** What a record had before a bulk change changed it. */
export type Before = { readonly publicationAction: PublicationAction } | { readonly note: string | null };

/** What becomes of one record of a bulk change. */
export interface BulkVerdict {
  readonly outcome: BulkOutcome;
  readonly change?: RecordChange;
  /** Why it is refused. */
  readonly message?: string;
  readonly before?: Before;
}

/** What becomes of a record that a bulk change is about: as if a person had decided on it alone, but linked ones stay linked (R86). */
export function judgeBulk(record: RecordState | undefined, order: BulkOrder): BulkVerdict {
  if (!record) return refused('Dit record is er niet meer.');
  if (record.suppressed) return refused('De gegevens van dit record zijn op verzoek gewist; er valt niets te beslissen.');
  try {
    const change = order.kind === 'ACTION' ? changeAction(record, { ...order, unlink: false }) : saveNote(record, order.note);
    return change ? { outcome: 'CHANGED', change, before: beforeOf(record, order) } : { outcome: 'UNCHANGED' };
  } catch (error) {
    if (error instanceof RequestRefused) return refused(error.problem.message);
    throw error;
  }
}

/**
 * What becomes of a record whose change is undone: it gets back what it had.
 * @param changedSince somebody changed the same of it after the bulk change did
 */
export function judgeUndo(record: RecordState | undefined, before: Before, changedSince: boolean): BulkVerdict {
  if (changedSince) return refused('Dit record is na de bulkwijziging door iemand gewijzigd; dat blijft staan.');
  return judgeBulk(record, 'note' in before ? { kind: 'NOTE', note: before.note ?? '' } : { kind: 'ACTION', publicationAction: before.publicationAction });
}

function beforeOf({ publicationAction, note }: RecordState, { kind }: BulkOrder): Before {
  return kind === 'ACTION' ? { publicationAction } : { note: note ?? null };
}

function refused(message: string): BulkVerdict {
  return { outcome: 'REFUSED', message };
}
