import { placeAt, type Place } from './place.ts';

/** Seed of the directory; no source file uses it for places of its own. */
const directorySeed = 20_000_003;

/** Every third row of a source file is an organisation that the directory has already. */
export const duplicateEvery = 3;

/** Number of organisations in the directory that a source file is matched against. */
export const directorySize = 200_000;

/**
 * Organisation `index` of the directory. Half of the names are in capitals, so that only a rule that compares normalised
 * names finds them.
 */
export function directoryPlace(index: number): Place {
  const place = placeAt(directorySeed, index);
  return index % 2 === 0 ? place : { ...place, name: place.name.toUpperCase() };
}

/** The place of a row of a source file: an organisation of the directory, or one of its own. */
export function rowPlace(seed: number, index: number): Place {
  if (index % duplicateEvery !== 0) return placeAt(seed, index);
  return placeAt(directorySeed, (index / duplicateEvery) % directorySize);
}

export const directoryHeader = 'gids_id;naam;straat;huisnummer;huisletter;postcode;plaats';

/** The directory as lines of CSV (UTF-8, `;`), the header first. */
export function* directoryLines(size: number): Generator<string> {
  yield directoryHeader;
  for (let index = 0; index < size; index++) {
    const { name, street, houseNumber, houseLetter, postcode, town } = directoryPlace(index);
    yield [index + 1, name, street, houseNumber, houseLetter, postcode, town.name].join(';');
  }
}
