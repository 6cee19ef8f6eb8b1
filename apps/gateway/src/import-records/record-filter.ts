import type { ListImportRecords, PayloadOf } from '@gids/contracts';
import { sortFields } from '../api/import-record.js';
import { codeOf, termTables } from '../api/terms.js';
import type { InputOf } from '../http/operation.js';
import type { listImportRecords } from './import-records.operations.js';

type Query = InputOf<typeof listImportRecords>['query'];
type Sort = PayloadOf<typeof ListImportRecords>['sort'];

/** @returns the question to the publisher that a query of the API stands for (R85, R88) */
export function toRecordFilter(query: Query): PayloadOf<typeof ListImportRecords> {
  return {
    page: query.page,
    pageSize: query.pageSize,
    importId: query.import,
    sourceId: query.bron,
    recordId: query.bronId,
    gidsId: query.gidsId,
    types: query.soort?.map((value) => codeOf(termTables.recordType, value)),
    statuses: query.importstatus?.map((value) => codeOf(termTables.importStatus, value)),
    publicationActions: query.publicatieactie?.map((value) => codeOf(termTables.publicationAction, value)),
    name: query.naam,
    visible: query.zichtbaar,
    sort: toSort(query.sort ?? []),
  };
}

function toSort(keys: readonly string[]): Sort {
  return keys.map((key) => {
    const descending = key.startsWith('-');
    const field = descending ? key.slice(1) : key;
    return { field: sortFields[field as keyof typeof sortFields], descending };
  });
}
