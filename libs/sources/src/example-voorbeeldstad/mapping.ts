import { normalisePhone, normaliseWebsite } from '@gids/normalisation';
import { readAddressLine } from '../address-reading.js';
import { mappedRecord, ofForm, readName } from '../mapped-record.js';
import { RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';
import { playgroupKind } from './lookups.js';

const address = { label: 'Adres', line: 'adres', postcode: 'postcode', town: 'plaats', required: true };
const name = { column: 'naam', label: 'Naam', expected: 'naam' };
const kind = { column: 'soort', label: 'Soort' };
const phone = { column: 'telefoon', label: 'Telefoonnummer', expected: 'geldig Nederlands telefoonnummer' };
const website = { column: 'website', label: 'Website', expected: 'geldig webadres' };
const capacity = { column: 'aantal plaatsen', label: 'Aantal plaatsen', expected: 'aantal' };

/** Maps one row of the list. */
export function mapPlaygroup(fields: SourceFields): MappedRecord {
  const row = new RowReader(fields);
  if (row.text(kind.column) === undefined) row.missing(kind, 'zonder soort kan geen organisatie worden gemaakt.');
  return mappedRecord(row, {
    kind: row.lookup(kind, playgroupKind),
    name: readName(row, name),
    visitAddress: readAddressLine(row, address),
    phone: row.optional(phone, normalisePhone),
    website: row.optional(website, normaliseWebsite),
    identifiers: [],
    attributes: { capacity: row.optional(capacity, ofForm(/^[0-9]{1,5}$/)) },
  });
}
