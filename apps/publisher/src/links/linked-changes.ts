import type { OrganisationContent } from '@gids/contracts';
import { contentDiff, type FieldChange } from '../history/content-diff.js';
import type { RecordState } from '../records/record-state.js';
import { shareableChanges } from './shareable-fields.js';

/** A record that is linked, as far as the message of a change looks at it. */
export type LinkedRecord = Pick<RecordState, 'id' | 'importId' | 'sourceId' | 'recordId' | 'name'> & {
  readonly gidsId: number;
  readonly linkedOrganisationId: number;
};

/** What the source did to a linked record. */
export interface LinkedChange {
  readonly record: LinkedRecord;
  readonly change: 'CHANGED' | 'VANISHED' | 'RETURNED';
  readonly fields: readonly FieldChange[];
}

/** What a run found of a record that was there before. */
export interface Found {
  readonly stored: RecordState | undefined;
  readonly name: string;
  /** What its organisation held; absent where it held the same, or there was none: then the whole of it is no change (R75). */
  readonly before: OrganisationContent | undefined;
  readonly after: OrganisationContent | undefined;
}

/**
 * Whether an outcome of a run is something to tell the editors of the linked organisation (R57, R75, A9): it is back, or a
 * field says something else. However many fields, it is one change.
 */
export function foundChange({ stored, name, before, after }: Found): LinkedChange[] {
  const record = stored && linkedRecord(stored);
  if (!record) return [];
  const fields = before && after ? shareableChanges(contentDiff(before, after), before.kind, after.kind) : [];
  if (stored.missingAtSource) return [{ record: { ...record, name }, change: 'RETURNED', fields }];
  return fields.length === 0 ? [] : [{ record: { ...record, name }, change: 'CHANGED', fields }];
}

/** Records that are no longer in the source, as far as they are linked. @param gone as they were before */
export function vanishedChanges(gone: readonly RecordState[]): LinkedChange[] {
  return gone.flatMap(linkedRecords).map((record) => ({ record, change: 'VANISHED', fields: [] }));
}

function linkedRecord(record: RecordState): LinkedRecord | undefined {
  return linkedRecords(record)[0];
}

/** One of which nothing could ever be made says nothing by going. */
function linkedRecords(record: RecordState): LinkedRecord[] {
  const { gidsId, linkedOrganisationId } = record;
  return gidsId === undefined || linkedOrganisationId === undefined ? [] : [{ ...record, gidsId, linkedOrganisationId }];
}
