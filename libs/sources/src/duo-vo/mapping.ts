import { readBranch } from '../duo/institution.js';
import { mappedRecord } from '../mapped-record.js';
import { type NamedField, RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';
import { educationStructure } from './lookups.js';

const structure: NamedField = { column: 'ONDERWIJSSTRUCTUUR', label: 'Onderwijsstructuur' };

/** Maps one branch of a secondary school. Its name is often the institution's: names are shared by branches. */
export function mapSecondarySchool(fields: SourceFields): MappedRecord {
  const row = new RowReader(fields);
  const branch = readBranch(row);
  const attributes = { ...branch.attributes, educationStructure: row.lookup(structure, educationStructure) };
  return mappedRecord(row, { kind: 'SECONDARY_SCHOOL', ...branch, attributes });
}
