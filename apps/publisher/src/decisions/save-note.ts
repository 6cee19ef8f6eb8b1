import type { RecordChange } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

/** What becomes of a record whose note a person writes (R21); an empty one takes it away. Undefined where it says the same. */
export function saveNote({ note }: RecordState, text: string): RecordChange | undefined {
  const written = text.trim() === '' ? undefined : text;
  if (written === note) return undefined;
  return { note: written, told: [{ kind: 'NOTE', sentence: written === undefined ? 'Importtoelichting verwijderd.' : 'Importtoelichting gewijzigd.' }] };
}
