import type { ImportRecordFilter, ListImportRecords, PayloadOf } from '@gids/contracts';
import { sortFields } from '../api/import-record.js';
import { codeOf, termTables } from '../api/terms.js';
import type { RecordFilterInput } from './record-filter-schema.js';

type Sort = PayloadOf<typeof ListImportRecords>['sort'];

/** @returns the records that a filter of the API means, in the words of the publisher (R85, R88) */
export function toRecordFilter(filter: RecordFilterInput): ImportRecordFilter {
  return {
    ids: filter.ids,
    importId: filter.import,
    sourceId: filter.bron,
    recordIds: filter.bronId,
    gidsIds: filter.gidsId,
    types: filter.soort?.map((value) => codeOf(termTables.recordType, value)),
    statuses: filter.importstatus?.map((value) => codeOf(termTables.importStatus, value)),
    publicationActions: filter.publicatieactie?.map((value) => codeOf(termTables.publicationAction, value)),
    name: filter.naam,
    search: filter.search,
    visible: filter.zichtbaar,
    linked: filter.gekoppeld,
    noted: filter.metToelichting,
    missingAtSource: filter.nietMeerInBron,
    judgement: filter.beoordeling && codeOf(termTables.judgementState, filter.beoordeling),
    matchGrounds: filter.dubbelreden?.map((value) => codeOf(termTables.match, value)),
    issueCodes: filter.foutcode,
    runId: filter.runId,
    changedFrom: filter.gewijzigdVanaf,
  };
}

/** @returns the order of the publisher for keys such as `-naam` */
export function toSort(keys: readonly string[] = []): Sort {
  return keys.map((key) => {
    const descending = key.startsWith('-');
    const field = descending ? key.slice(1) : key;
    return { field: sortFields[field as keyof typeof sortFields], descending };
  });
}
