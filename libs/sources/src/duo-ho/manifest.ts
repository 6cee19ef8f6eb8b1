import {
  boardNumber,
  correspondenceAddress,
  denominationAndContact,
  holidayRegion,
  municipality,
  province,
  regions,
  visitingAddress,
} from '../duo/columns.js';
import { duoPublication, institutionCodePattern } from '../duo/publication.js';
import type { Source } from '../source.js';
import { mapHigherEducation } from './mapping.js';

/**
 * All institutions for higher education ("instellingen hbo en wo"), at the level of the institution.
 * Made from the published list of columns: no file was at hand, so the first real run must be watched.
 */
export const duoHo: Source = {
  ...duoPublication,
  id: 'duo-ho',
  title: 'DUO – hoger onderwijs',
  url: 'https://duo.nl/open_onderwijsdata/images/01.-instellingen-hbo-en-wo.csv',
  mappingVersion: 1,
  keyPattern: institutionCodePattern,
  columns: [
    { name: 'SOORT HO', use: 'mapped', required: true },
    province,
    boardNumber,
    { name: 'INSTELLINGSCODE', aliases: ['BRIN NUMMER'], use: 'key', required: true },
    { name: 'INSTELLINGSNAAM', use: 'mapped', required: true },
    ...visitingAddress,
    ...municipality,
    ...denominationAndContact,
    ...correspondenceAddress,
    ...regions,
    holidayRegion,
  ],
  map: mapHigherEducation,
};
