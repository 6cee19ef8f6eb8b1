import { LinkedRecordChanged, type OrganisationContent } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { shownFields } from '../history/shown-content.js';
import { readContents } from '../records/record-store.js';
import { saveLinkedChanges } from './linked-change-store.js';
import type { LinkedChange } from './linked-changes.js';
import { shareableName, standingLabel } from './shareable-fields.js';

/** Tells what the source did to linked records, with what the organisations that they are linked to say themselves (R57, R58, R75). */
export async function tellLinkedChanges({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, changes: readonly LinkedChange[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  await saveLinkedChanges(sql, changes, at);
  const contents = await readContents(sql, changes.flatMap(({ record }) => [record.gidsId, record.linkedOrganisationId]));
  for (const change of changes) {
    const { record } = change;
    const linked = contents.get(record.linkedOrganisationId);
    if (linked) emit(LinkedRecordChanged, eventOf(change, linked, contents.get(record.gidsId)?.kind), { subject: record.recordId });
  }
}

function eventOf({ record, change, fields }: LinkedChange, linked: OrganisationContent, kind: OrganisationContent['kind'] | undefined) {
  const { id: importRecordId, importId, sourceId, recordId, gidsId, linkedOrganisationId } = record;
  const own = shownFields(linked);
  return {
    ...{ importId, sourceId, recordId, importRecordId, gidsId, linkedOrganisationId, change },
    name: shareableName({ ...record, kind }),
    linkedName: linked.name,
    fields: fields.map(({ key, field, before, after }) => ({ label: standingLabel(field), before, after, own: own.get(key)?.text })),
  };
}
