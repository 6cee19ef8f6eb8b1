import { readBranch } from '../duo/institution.js';
import { mappedRecord } from '../mapped-record.js';
import { RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';

/** Maps one branch of a primary school. */
export function mapPrimarySchool(fields: SourceFields): MappedRecord {
  const row = new RowReader(fields);
  return mappedRecord(row, { kind: 'PRIMARY_SCHOOL', ...readBranch(row) });
}
