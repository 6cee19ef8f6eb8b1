import type { Source } from '../source.js';
import { userAgent } from '../user-agent.js';
import { mapRow } from './mapping.js';

/**
 * The worked example of docs/how-to/add-a-source.md: a list that a municipality could publish, of organisations and of
 * courses that some of them give. Not registered, not shipped.
 */
export const exampleVoorbeeldstad: Source = {
  id: 'example-voorbeeldstad',
  importId: 'voorbeeldstad',
  title: 'Voorbeeldstad – peuterspeelzalen en hun cursussen',
  attribution: 'Bron: gemeente Voorbeeldstad',
  licence: 'CC-0 1.0',
  url: 'https://data.voorbeeldstad.example/peuterspeelzalen.csv',
  userAgent,
  scheduleDays: 14,
  mappingVersion: 1,
  keyPattern: /^[0-9]{4}$/,
  columns: [
    { name: 'nummer', use: 'key', required: true },
    { name: 'naam', use: 'mapped', required: true },
    { name: 'soort', use: 'mapped', required: true },
    { name: 'adres', aliases: ['straat en nummer'], use: 'mapped', required: true },
    { name: 'postcode', use: 'mapped', required: true },
    { name: 'plaats', use: 'mapped', required: true },
    { name: 'telefoon', use: 'mapped', required: true },
    { name: 'website', use: 'mapped', required: true },
    { name: 'aantal plaatsen', use: 'mapped', required: true },
    { name: 'aanbieder', use: 'mapped', required: true },
    { name: 'prijs', use: 'mapped', required: true },
    { name: 'leidster', use: 'ignored', why: 'Naam van een persoon; de gids toont geen personen.' },
    { name: 'opmerking', use: 'ignored', why: 'Vrije tekst voor intern gebruik.' },
  ],
  map: mapRow,
};
