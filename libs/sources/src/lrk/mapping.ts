import { displayTown, normaliseEmail, normalisePhone, normaliseWebsite } from '@gids/normalisation';
import { readAddressLine } from '../address-reading.js';
import { attributeText, type ContentDraft, identifier, mappedRecord, municipalityCode, ofForm, readName, wholeNumber } from '../mapped-record.js';
import { type NamedField, type ReadableField, RowReader } from '../row-reader.js';
import type { MappedRecord, SourceFields } from '../source.js';
import { childcareType, registrationStatus, yesOrNo } from './lookups.js';
import { minimiseChildcare } from './minimise.js';
import { capacity, readOffer } from './offer.js';

const visitAddress = {
  label: 'Adres van de opvang',
  line: 'opvanglocatie_adres',
  postcode: 'opvanglocatie_postcode',
  town: 'opvanglocatie_woonplaats',
  required: true,
};
const postalAddress = {
  label: 'Correspondentieadres',
  line: 'correspondentie_adres',
  postcode: 'correspondentie_postcode',
  town: 'correspondentie_woonplaats',
  required: false,
};

const field = (column: string, label: string, expected: string): ReadableField => ({ column, label, expected });
const lrkNumber = ofForm(/^[0-9]{9}$/);
const id = field('lrk_id', 'LRK-nummer', 'LRK-nummer van negen cijfers');
const type: NamedField = { column: 'type_oko', label: 'Soort opvang' };
const status: NamedField = { column: 'status', label: 'Status' };
const name = field('actuele_naam_oko', 'Naam', 'naam');
const phone = field('contact_telefoon', 'Telefoonnummer', 'geldig Nederlands telefoonnummer');
const email = field('contact_emailadres', 'E-mailadres', 'geldig e-mailadres');
const website = field('contact_website', 'Internetadres', 'geldig webadres');
const companyNumber = field('kvk_nummer_houder', 'KvK-nummer', 'KvK-nummer van acht cijfers');
const buildingNumber = field('bag_id', 'BAG-nummer', 'BAG-nummer van zestien cijfers');
const holder = field('naam_houder', 'Houder', 'tekst van hoogstens 500 tekens');
const municipality = field('cbs_code', 'Gemeentecode', 'gemeentecode');
const earlyEducation: NamedField = { column: 've', label: 'Voorschoolse educatie' };
const town = field('opvanglocatie_woonplaats', 'Plaats', 'tekst van hoogstens 500 tekens');

/** Maps one registration: a type of childcare by one holder at one address. */
export function mapChildcare(fields: SourceFields): MappedRecord {
  const known = minimiseChildcare(fields);
  const row = new RowReader(known);
  if (row.text(type.column) === undefined) row.missing(type, 'zonder soort kan geen organisatie worden gemaakt.');
  const childcare = row.lookup(type, childcareType);
  row.lookup(status, registrationStatus);
  if (!childcare) return { makeVisible: false, issues: row.issues };
  const read = childcare.makeVisible ? readOrganisation : readChildminder;
  const record = mappedRecord(row, { kind: childcare.kind, ...read(row) }, childcare.makeVisible);
  return record.organisation && childcare.offers ? { ...record, products: [readOffer(known, childcare.offers)] } : record;
}

/** Why a registration counts as gone although its row is still there (R96); undefined when it does not. */
export function deregistration(fields: SourceFields): string | undefined {
  const gone = registrationStatus(fields[status.column] ?? '') === 'deregistered';
  return gone ? 'Uitgeschreven uit het Landelijk Register Kinderopvang.' : undefined;
}

function readOrganisation(row: RowReader): Omit<ContentDraft, 'kind'> {
  return {
    name: readName(row, name),
    visitAddress: readAddressLine(row, visitAddress),
    postalAddress: readAddressLine(row, postalAddress),
    phone: row.optional(phone, normalisePhone),
    email: row.optional(email, normaliseEmail),
    website: row.optional(website, normaliseWebsite),
    identifiers: [
      identifier('LRK', row.optional(id, lrkNumber)),
      identifier('KVK', row.optional(companyNumber, ofForm(/^[0-9]{8}$/))),
      identifier('BAG', row.optional(buildingNumber, ofForm(/^[0-9]{16}$/))),
    ],
    attributes: {
      municipalityCode: row.optional(municipality, municipalityCode),
      holder: row.optional(holder, attributeText),
      earlyEducation: row.lookup(earlyEducation, yesOrNo),
    },
  };
}

/** A childminder is a private person at home: a number, a size and a town remain, and no offer to hold the size (N34). */
function readChildminder(row: RowReader): Omit<ContentDraft, 'kind'> {
  const number = row.optional(id, lrkNumber);
  return {
    name: `Voorziening voor gastouderopvang ${number ?? ''}`.trim(),
    identifiers: [identifier('LRK', number)],
    attributes: {
      capacity: row.optional(capacity, wholeNumber)?.toString(),
      municipalityCode: row.optional(municipality, municipalityCode),
      town: row.optional(town, (value) => attributeText(displayTown(value))),
    },
  };
}
