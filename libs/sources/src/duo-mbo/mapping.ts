import { readInstitution } from '../duo/institution.js';
import { attributeText, mappedRecord } from '../mapped-record.js';
import { type ReadableField, RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';

const type: ReadableField = { column: 'MBO INSTELLINGSSOORT - NAAM', label: 'Instellingssoort', expected: 'tekst van hoogstens 500 tekens' };

/** Maps one institution for vocational education; the file knows no branches. */
export function mapVocationalCollege(fields: SourceFields): MappedRecord {
  const row = new RowReader(fields);
  const institution = readInstitution(row, 'INSTELLINGSNAAM');
  const attributes = { ...institution.attributes, institutionType: row.optional(type, attributeText) };
  return mappedRecord(row, { kind: 'VOCATIONAL_COLLEGE', ...institution, attributes });
}
