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
import { mapPrimarySchool } from './mapping.js';

/** All branches of primary schools ("alle schoolvestigingen basisonderwijs"). */
export const duoPo: Source = {
  ...duoPublication,
  id: 'duo-po',
  title: 'DUO – basisonderwijs',
  url: 'https://duo.nl/open_onderwijsdata/images/02.-alle-schoolvestigingen-basisonderwijs.csv',
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
    ...correspondenceAddress,
    ...regions,
    holidayRegion,
  ],
  map: mapPrimarySchool,
};
