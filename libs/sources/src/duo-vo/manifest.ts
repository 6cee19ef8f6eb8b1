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
import { mapSecondarySchool } from './mapping.js';

/** All branches of secondary schools ("alle vestigingen vo"). */
export const duoVo: Source = {
  ...duoPublication,
  id: 'duo-vo',
  title: 'DUO – voortgezet onderwijs',
  url: 'https://duo.nl/open_onderwijsdata/images/02.-alle-vestigingen-vo.csv',
  mappingVersion: 1,
  keyPattern: branchCodePattern,
  columns: [
    province,
    boardNumber,
    branchInstitutionCode,
    branchCode,
    { name: 'VESTIGINGSNAAM', use: 'mapped', required: true },
    ...visitingAddress,
    ...municipality,
    ...denominationAndContact,
    { name: 'ONDERWIJSSTRUCTUUR', use: 'mapped', required: true },
    ...correspondenceAddress,
    ...regions,
    holidayRegion,
  ],
  map: mapSecondarySchool,
};
