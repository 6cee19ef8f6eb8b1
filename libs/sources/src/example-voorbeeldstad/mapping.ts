import type { ProductKind } from '@gids/contracts';
import { normalisePhone, normaliseWebsite } from '@gids/normalisation';
import { readAddressLine } from '../address-reading.js';
import { euroCents, mappedProductRow, mappedRecord, ofForm, readName, wholeNumber } from '../mapped-record.js';
import { RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';
import { offerKind, playgroupKind } from './lookups.js';

const address = { label: 'Adres', line: 'adres', postcode: 'postcode', town: 'plaats', required: true };
const name = { column: 'naam', label: 'Naam', expected: 'naam' };
const kind = { column: 'soort', label: 'Soort' };
const phone = { column: 'telefoon', label: 'Telefoonnummer', expected: 'geldig Nederlands telefoonnummer' };
const website = { column: 'website', label: 'Website', expected: 'geldig webadres' };
const capacity = { column: 'aantal plaatsen', label: 'Aantal plaatsen', expected: 'aantal' };
const provider = { column: 'aanbieder', label: 'Aanbieder', expected: 'nummer van vier cijfers' };
const price = { column: 'prijs', label: 'Prijs', expected: 'bedrag in euro' };

/** Maps one row of the list: soort tells whether it is an organisation or something that one offers. */
export function mapRow(fields: SourceFields): MappedRecord {
  const row = new RowReader(fields);
  const offer = offerKind(row.text(kind.column) ?? '');
  return offer ? mapOffer(row, offer) : mapPlaygroup(row);
}

function mapPlaygroup(row: RowReader): MappedRecord {
  if (row.text(kind.column) === undefined) row.missing(kind, 'zonder soort kan geen organisatie worden gemaakt.');
  return mappedRecord(row, {
    kind: row.lookup(kind, playgroupKind),
    name: readName(row, name),
    visitAddress: readAddressLine(row, address),
    phone: row.optional(phone, normalisePhone),
    website: row.optional(website, normaliseWebsite),
    identifiers: [],
    attributes: { capacity: row.optional(capacity, wholeNumber)?.toString() },
  });
}

function mapOffer(row: RowReader, offer: ProductKind): MappedRecord {
  const product = {
    kind: offer,
    name: readName(row, name, 'product'),
    capacity: row.optional(capacity, wholeNumber),
    price: row.optional(price, euroCents),
  };
  return mappedProductRow(row, product, row.optional(provider, ofForm(/^[0-9]{4}$/)));
}
