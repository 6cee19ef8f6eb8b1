import { between, chance, pick, randomFor } from './random.ts';
import { adjectives, nouns, streets, towns, type Town } from './words.ts';

/** Name and address of an organisation: all that the literal duplicate rule looks at. */
export interface Place {
  readonly name: string;
  readonly street: string;
  readonly houseNumber: number;
  /** Letter of the house number, '' when it has none. */
  readonly houseLetter: string;
  /** `1234AB`, without a space. */
  readonly postcode: string;
  readonly town: Town;
}

/** Letters that Dutch postcodes use at both places (so never SA, SD or SS). */
const postcodeLetters = 'ABCDEGHJKLMNPRTVWXZ'.split('');

/**
 * The place with this number; the same two numbers always give the same place. Names are told apart by their street, as
 * those of chains are: two of 300,000 seldom share one.
 */
export function placeAt(seed: number, index: number): Place {
  const random = randomFor(seed, index);
  const street = pick(random, streets);
  const houseNumber = between(random, 1, 320);
  return {
    name: `De ${pick(random, adjectives)} ${pick(random, nouns)} ${street} ${houseNumber}`,
    street,
    houseNumber,
    houseLetter: chance(random, 0.1) ? pick(random, ['A', 'B', 'C']) : '',
    postcode: `${between(random, 1000, 9999)}${pick(random, postcodeLetters)}${pick(random, postcodeLetters)}`,
    town: pick(random, towns),
  };
}
