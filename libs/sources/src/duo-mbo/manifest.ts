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
import { mapVocationalCollege } from './mapping.js';

/**
 * All institutions for vocational education ("adressen mbo-instellingen"), at the level of the institution.
 * Made from the published list of columns: no file was at hand, so the first real run must be watched.
 */
export const duoMbo: Source = {
  ...duoPublication,
  id: 'duo-mbo',
  title: 'DUO – mbo-instellingen',
  url: 'https://duo.nl/open_onderwijsdata/images/01.-adressen-mbo-instellingen.csv',
  mappingVersion: 1,
  keyPattern: institutionCodePattern,
  columns: [
    {
      name: 'MBO INSTELLINGSSOORT - CODE',
      aliases: ['MBO INSTELLINGSSOORT CODE'],
      use: 'ignored',
      why: 'De naam van de instellingssoort zegt hetzelfde, leesbaar.',
    },
    { name: 'MBO INSTELLINGSSOORT - NAAM', aliases: ['MBO INSTELLINGSSOORT NAAM'], use: 'mapped', required: true },
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
  map: mapVocationalCollege,
};
