import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address, OrganisationContent, OrganisationKind } from '@gids/contracts';
import { normaliseEmail, normalisePhone, normalisePostcode, normaliseWebsite, parseHouseNumber, splitAddressLine } from '@gids/normalisation';
import { parse } from 'csv-parse/sync';

/** One organisation of a set, under the id that the set gives it. */
export interface SetOrganisation {
  readonly id: string;
  readonly visible: boolean;
  readonly content: OrganisationContent;
}

interface ImportedRow {
  readonly imported_id: string;
  readonly org_type: string;
  readonly name: string;
  readonly street: string;
  readonly house_number: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly website: string;
  readonly corr_street: string;
  readonly corr_house_number: string;
  readonly corr_postcode: string;
  readonly corr_city: string;
}

interface DirectoryAddress {
  readonly street?: string;
  readonly number?: string;
  readonly postcode?: string;
  readonly city?: string;
}

interface DirectoryLine {
  readonly directory_id: string;
  readonly name: string;
  readonly kind: string;
  readonly visit_address: DirectoryAddress | null;
  readonly postal_address: DirectoryAddress | null;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly visible?: boolean;
}

const importedKinds: Readonly<Record<string, OrganisationKind>> = {
  school_po: 'PRIMARY_SCHOOL',
  school_vo: 'SECONDARY_SCHOOL',
  school_so: 'SPECIAL_SCHOOL',
  school_mbo: 'VOCATIONAL_COLLEGE',
  school_ho: 'HIGHER_EDUCATION',
  kdv: 'DAY_CARE',
  bso: 'AFTER_SCHOOL_CARE',
  psz: 'PLAYGROUP',
  gob: 'CHILDMINDER_AGENCY',
  vgo: 'CHILDMINDER',
};
const directoryKinds: Readonly<Record<string, OrganisationKind>> = { school: 'PRIMARY_SCHOOL', kinderopvang: 'DAY_CARE', bibliotheek: 'LIBRARY' };

/** Reads `imported.csv`, in the notation of the sources: DUO has the house number apart, LRK has it in the street. */
export function readImported(folder: string): SetOrganisation[] {
  const rows = parse<ImportedRow>(readFileSync(join(folder, 'imported.csv')), { columns: true, bom: true });
  return rows.map((row) => ({
    id: row.imported_id,
    visible: true,
    content: content({
      kind: importedKinds[row.org_type] ?? 'OTHER_ORGANISATION',
      name: row.name,
      visitAddress: address(row.street, row.house_number, row.postcode, row.city),
      postalAddress: address(row.corr_street, row.corr_house_number, row.corr_postcode, row.corr_city),
      phone: normalisePhone(row.phone ?? ''),
      website: normaliseWebsite(row.website ?? ''),
    }),
  }));
}

/** Reads `directory.jsonl`, as editors keep it. */
export function readDirectory(folder: string): SetOrganisation[] {
  const lines = readFileSync(join(folder, 'directory.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => directoryOrganisation(JSON.parse(line) as DirectoryLine));
}

function directoryOrganisation(line: DirectoryLine): SetOrganisation {
  return {
    id: line.directory_id,
    visible: line.visible ?? true,
    content: content({
      kind: directoryKinds[line.kind] ?? 'OTHER_ORGANISATION',
      name: line.name,
      visitAddress: line.visit_address ? directoryAddress(line.visit_address) : undefined,
      postalAddress: line.postal_address ? directoryAddress(line.postal_address) : undefined,
      phone: normalisePhone(line.phone ?? ''),
      email: normaliseEmail(line.email ?? ''),
      website: normaliseWebsite(line.website ?? ''),
    }),
  };
}

function directoryAddress({ street = '', number = '', postcode = '', city = '' }: DirectoryAddress): Address | undefined {
  return address(street, String(number), postcode, city);
}

/** An address with what can be read of it; of a house number that cannot be read the first number stays. */
function address(street = '', number = '', postcode = '', town = ''): Address | undefined {
  const line = number.trim() === '' ? splitAddressLine(street) : { street: street.trim(), ...readNumber(number) };
  const read = line ?? { street: street.trim() };
  const code = normalisePostcode(postcode);
  if (town.trim() === '') return undefined;
  return { ...read, street: read.street || 'onbekend', town: town.trim(), ...(code && { postcode: code }) };
}

function readNumber(number: string) {
  const first = Number(/[0-9]{1,5}/.exec(number)?.[0] ?? 0);
  return parseHouseNumber(number) ?? (first > 0 ? { houseNumber: first } : {});
}

type Draft = Pick<OrganisationContent, 'kind' | 'name'> & { [Field in 'visitAddress' | 'postalAddress' | 'phone' | 'email' | 'website']?: OrganisationContent[Field] | undefined };

function content(draft: Draft): OrganisationContent {
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
  return { ...given, identifiers: [], attributes: {} } as unknown as OrganisationContent;
}
