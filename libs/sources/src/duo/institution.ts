import { normalisePhone, normaliseWebsite } from '@gids/normalisation';
import { readAddress } from '../address-reading.js';
import { type ContentDraft, identifier, municipalityCode, ofForm, readName } from '../mapped-record.js';
import type { NamedField, ReadableField, RowReader } from '../row-reader.js';
import { denomination, provinceName } from './lookups.js';
import { branchCodePattern, institutionCodePattern } from './publication.js';

const visitAddress = {
  label: 'Bezoekadres',
  street: 'STRAATNAAM',
  houseNumber: 'HUISNUMMER-TOEVOEGING',
  postcode: 'POSTCODE',
  town: 'PLAATSNAAM',
  required: true,
};
const postalAddress = {
  label: 'Correspondentieadres',
  street: 'STRAATNAAM CORRESPONDENTIEADRES',
  houseNumber: 'HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES',
  postcode: 'POSTCODE CORRESPONDENTIEADRES',
  town: 'PLAATSNAAM CORRESPONDENTIEADRES',
  required: false,
};

const brin: ReadableField = { column: 'INSTELLINGSCODE', label: 'Instellingscode', expected: 'BRIN' };
const branch: ReadableField = { column: 'VESTIGINGSCODE', label: 'Vestigingscode', expected: 'vestigingscode' };
const phone: ReadableField = { column: 'TELEFOONNUMMER', label: 'Telefoonnummer', expected: 'geldig Nederlands telefoonnummer' };
const website: ReadableField = { column: 'INTERNETADRES', label: 'Internetadres', expected: 'geldig webadres' };
const municipality: ReadableField = { column: 'GEMEENTENUMMER', label: 'Gemeentenummer', expected: 'gemeentenummer' };
const denominationField: NamedField = { column: 'DENOMINATIE', label: 'Denominatie' };
const provinceField: NamedField = { column: 'PROVINCIE', label: 'Provincie' };

/** Reads what every DUO address file says of an institution; the caller adds the kind and its own fields. */
export function readInstitution(row: RowReader, nameColumn: string): Omit<ContentDraft, 'kind'> {
  return {
    name: readName(row, { column: nameColumn, label: 'Naam', expected: 'naam' }),
    visitAddress: readAddress(row, visitAddress),
    postalAddress: readAddress(row, postalAddress),
    phone: row.optional(phone, normalisePhone),
    website: row.optional(website, normaliseWebsite),
    identifiers: [identifier('BRIN', row.optional(brin, ofForm(institutionCodePattern)))],
    attributes: {
      denomination: row.lookup(denominationField, denomination),
      province: row.lookup(provinceField, provinceName),
      municipalityCode: row.optional(municipality, municipalityCode),
    },
  };
}

/** Reads a branch of a school: an institution with a code of its own. */
export function readBranch(row: RowReader): Omit<ContentDraft, 'kind'> {
  const institution = readInstitution(row, 'VESTIGINGSNAAM');
  const code = identifier('VESTIGING', row.optional(branch, ofForm(branchCodePattern)));
  return { ...institution, identifiers: [...institution.identifiers, code] };
}
