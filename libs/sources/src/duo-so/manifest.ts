import {
  boardNumber,
  branchCode,
  branchInstitutionCode,
  correspondenceAddress,
  denominationAndContact,
  holidayRegion,
  municipality,
  province,
  regions,
  visitingAddress,
} from '../duo/columns.js';
import { branchCodePattern, duoPublication } from '../duo/publication.js';
import type { Source } from '../source.js';
import { mapSpecialSchool } from './mapping.js';

/** All branches of schools for special education ("alle vestigingen sbo, so en vso"). */
export const duoSo: Source = {
  ...duoPublication,
  id: 'duo-so',
  title: 'DUO – speciaal onderwijs',
  url: 'https://duo.nl/open_onderwijsdata/images/09.-alle-vestigingen-sbo-so-en-vso.csv',
  mappingVersion: 1,
  keyPattern: branchCodePattern,
  columns: [
    { name: 'SOORT PRIMAIR ONDERWIJS', use: 'mapped', required: true },
    province,
    boardNumber,
    branchInstitutionCode,
    branchCode,
    { name: 'VESTIGINGSNAAM', use: 'mapped', required: true },
    ...visitingAddress,
    ...municipality,
    ...denominationAndContact,
    { name: 'CLUSTER', use: 'mapped', required: true },
    { name: 'ONDERWIJS', use: 'mapped', required: true },
    ...correspondenceAddress,
    ...regions,
    holidayRegion,
  ],
  map: mapSpecialSchool,
};
