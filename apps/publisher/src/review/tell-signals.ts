import { publicationActionTerms, RecordSignalled, type DataOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { RecordState } from '../records/record-state.js';

type RecordSignal = DataOf<typeof RecordSignalled>['signal'];

/** A managed organisation, as far as a signal names it. */
export interface Signaller {
  readonly gidsId: number;
  readonly name: string;
}

/** A record that its import managers must look at, and for which organisation. */
export interface Signalled {
  readonly record: Pick<RecordState, 'id' | 'importId' | 'sourceId' | 'recordId' | 'name'>;
  readonly organisation: Signaller;
}

/** Tells import managers of single records what happened to the organisation that each has to do with (R60, A30). */
export function tellSignals({ emit }: Pick<UnitOfWork, 'emit'>, signal: RecordSignal, signalled: readonly Signalled[]): void {
  for (const { record, organisation } of signalled) {
    const { id: importRecordId, importId, sourceId, recordId, name } = record;
    const data = { importId, sourceId, recordId, importRecordId, name, signal, organisationId: organisation.gidsId, sentence: signalSentence(signal, organisation) };
    emit(RecordSignalled, data, { subject: recordId });
  }
}

const { label: hide } = publicationActionTerms.DO_NOT_SHOW;

/** @returns what happened and what it means, in one Dutch sentence */
export function signalSentence(signal: RecordSignal, { gidsId, name }: Signaller): string {
  return `G!DS ${gidsId} ${name} ${endings[signal]}`;
}

const endings: Readonly<Record<RecordSignal, string>> = {
  LINK_TARGET_DELETED: 'is verwijderd; de koppeling is vervallen en de organisatie is nu nergens meer zichtbaar.',
  LINK_TARGET_HIDDEN: 'is niet zichtbaar gemaakt; de geïmporteerde organisatie die eraan gekoppeld is, is het ook niet, dus de organisatie is nu nergens zichtbaar.',
  MATCH_LOST: `was dezelfde en is dat volgens de gegevens niet meer, zodat beide zichtbaar zijn; is het toch dezelfde, kies dan '${hide}' en koppel.`,
};
