import type { ImportRecordView } from '@gids/contracts';
import { termTables } from '../api/terms.js';

/** A number stays a number in a spreadsheet; what is absent is an empty cell. */
export type CellValue = string | number | undefined;

export interface ExportColumn {
  readonly label: string;
  readonly value: (record: ImportRecordView) => CellValue;
}

const yesOrNo = (value: boolean): string => (value ? 'ja' : 'nee');

/** The columns of the import management screen, in the order and by the names of the seed (S2:40-56), and then the others. */
export const exportColumns: readonly ExportColumn[] = [
  { label: 'BronID', value: ({ recordId }) => recordId },
  { label: 'GidsID', value: ({ gidsId }) => gidsId },
  { label: 'Organisatie- of productnaam', value: ({ name }) => name },
  { label: 'Laatste import status', value: ({ status }) => termTables.importStatus[status].label },
  { label: 'Statustoelichting', value: ({ explanation }) => explanation },
  { label: 'Publicatieactie', value: ({ publicationAction }) => termTables.publicationAction[publicationAction].label },
  { label: 'Gekoppelde G!ds organisatieID', value: ({ linkedOrganisationId }) => linkedOrganisationId },
  { label: 'Import toelichting', value: ({ note }) => note },
  { label: 'Zichtbaar', value: ({ visible }) => yesOrNo(visible) },
  { label: 'Soort', value: ({ type }) => termTables.recordType[type].label },
  { label: 'Plaats', value: ({ town }) => town },
  { label: 'Aantal dubbelen', value: ({ duplicateCount }) => duplicateCount },
  { label: 'Niet meer in bron', value: ({ missingAtSource }) => yesOrNo(missingAtSource) },
  { label: 'Import', value: ({ importId }) => importId },
  { label: 'Importbron', value: ({ sourceId }) => sourceId },
  { label: 'Gewijzigd op', value: ({ changedAt }) => changedAt },
];
