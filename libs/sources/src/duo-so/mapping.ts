import { readBranch } from '../duo/institution.js';
import { attributeText, mappedRecord } from '../mapped-record.js';
import { type NamedField, type ReadableField, RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';
import { cluster, specialEducationType } from './lookups.js';

const type: NamedField = { column: 'SOORT PRIMAIR ONDERWIJS', label: 'Soort primair onderwijs' };
const clusterField: NamedField = { column: 'CLUSTER', label: 'Cluster' };
const offer: ReadableField = { column: 'ONDERWIJS', label: 'Onderwijs', expected: 'tekst van hoogstens 500 tekens' };

/** Maps one branch of a school for special education. */
export function mapSpecialSchool(fields: SourceFields): MappedRecord {
  const row = new RowReader(fields);
  const branch = readBranch(row);
  const attributes = {
    ...branch.attributes,
    specialEducationType: row.lookup(type, specialEducationType),
    cluster: row.lookup(clusterField, cluster),
    educationOffer: row.optional(offer, attributeText),
  };
  return mappedRecord(row, { kind: 'SPECIAL_SCHOOL', ...branch, attributes });
}
