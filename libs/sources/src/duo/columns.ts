import type { Column } from '../source.js';

/** Columns that DUO's address files share; each source says in its manifest which it has. */

const noRegion = 'Regio-indeling: verandert bij duizenden rijen tegelijk zonder dat er aan de scholen iets verandert.';

export const branchCode: Column = { name: 'VESTIGINGSCODE', aliases: ['VESTIGINGSNUMMER'], use: 'key', required: true };

export const branchInstitutionCode: Column = { name: 'INSTELLINGSCODE', aliases: ['BRIN NUMMER'], use: 'mapped', required: true };

export const boardNumber: Column = {
  name: 'BEVOEGD GEZAG NUMMER',
  use: 'ignored',
  why: 'Het bestuur is geen gegeven van de school zelf en wisselt zonder dat de school verandert.',
};

export const province: Column = { name: 'PROVINCIE', use: 'mapped', required: true };

export const visitingAddress: readonly Column[] = [
  { name: 'STRAATNAAM', use: 'mapped', required: true },
  { name: 'HUISNUMMER-TOEVOEGING', use: 'mapped', required: true },
  { name: 'POSTCODE', use: 'mapped', required: true },
  { name: 'PLAATSNAAM', use: 'mapped', required: true },
];

export const municipality: readonly Column[] = [
  { name: 'GEMEENTENUMMER', use: 'mapped', required: true },
  { name: 'GEMEENTENAAM', use: 'ignored', why: 'Soms leeg en zonder accenten; het gemeentenummer is volledig.' },
];

export const denominationAndContact: readonly Column[] = [
  { name: 'DENOMINATIE', use: 'mapped', required: true },
  { name: 'TELEFOONNUMMER', use: 'mapped', required: true },
  { name: 'INTERNETADRES', use: 'mapped', required: true },
];

export const correspondenceAddress: readonly Column[] = [
  { name: 'STRAATNAAM CORRESPONDENTIEADRES', use: 'mapped', required: true },
  { name: 'HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES', use: 'mapped', required: true },
  { name: 'POSTCODE CORRESPONDENTIEADRES', use: 'mapped', required: true },
  { name: 'PLAATSNAAM CORRESPONDENTIEADRES', use: 'mapped', required: true },
];

const regionNames = ['NODAAL GEBIED', 'RPA-GEBIED', 'WGR-GEBIED', 'COROPGEBIED', 'ONDERWIJSGEBIED', 'RMC-REGIO'];

export const regions: readonly Column[] = regionNames.flatMap((region) => [
  { name: `${region} CODE`, use: 'ignored', why: noRegion },
  { name: `${region} NAAM`, use: 'ignored', why: noRegion },
]);

export const holidayRegion: Column = {
  name: 'VAKANTIEREGIO',
  use: 'ignored',
  why: 'De gids toont geen vakantieregio; de provincie en de gemeente staan er al.',
};
