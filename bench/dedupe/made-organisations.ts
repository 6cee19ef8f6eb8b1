import type { Address, OrganisationContent, OrganisationKind } from '@gids/contracts';
import { phoneNumber } from '../data/contact.ts';
import { between, chance, pick, randomFor, type Random } from '../data/random.ts';
import { adjectives, nouns, streets } from '../data/words.ts';
import type { SetOrganisation } from './labelled-set.ts';

/** As many towns and postcode areas as the country has, more or less. */
const townCount = 2_400;
const syllables = ['ber', 'dal', 'drie', 'fon', 'gaar', 'hof', 'holt', 'kam', 'kern', 'lan', 'lind', 'man', 'mer', 'noor', 'paal', 'rij', 'sel', 'ster', 'tor', 'veld', 'waar', 'wijk', 'zand'];
const letters = 'ABCDEGHJKLMNPRTVWXZ'.split('');

const kinds: readonly (readonly [OrganisationKind, readonly string[]])[] = [
  ['PRIMARY_SCHOOL', ['Basisschool', 'Openbare Basisschool', 'OBS', 'CBS', 'IKC', 'Rooms Katholieke Basisschool']],
  ['DAY_CARE', ['KDV', 'Kinderdagverblijf', 'Kinderopvang']],
  ['AFTER_SCHOOL_CARE', ['BSO', 'Buitenschoolse Opvang']],
];

const townName = (index: number): string => {
  const random = randomFor(77, index);
  return capital(pick(random, syllables) + pick(random, syllables) + pick(random, ['dorp', 'veen', 'stad', 'kerk', 'broek']));
};

/** A school or childcare centre with a name that is as often shared as names are: some by many, most by nobody. */
export function madeOrganisation(seed: number, index: number): OrganisationContent {
  const random = randomFor(seed, index);
  const [kind, types] = pick(random, kinds);
  const town = Math.floor(townCount * random() ** 2);
  return {
    kind,
    name: `${pick(random, types)} ${coreName(random)}`,
    visitAddress: address(random, town),
    phone: phoneNumber(random, '').padEnd(10, '0').slice(0, 10),
    ...(chance(random, 0.8) && { website: `https://www.${pick(random, syllables)}${pick(random, syllables)}${between(random, 1, 60_000)}.example` }),
    identifiers: [],
    attributes: {},
  };
}

function coreName(random: Random): string {
  const drawn = random();
  if (drawn < 0.02) return `De ${pick(random, nouns)}`;
  if (drawn < 0.07) return `De ${pick(random, adjectives)} ${pick(random, nouns)}`;
  return `De ${capital(Array.from({ length: between(random, 4, 5) }, () => pick(random, syllables)).join(''))}`;
}

function address(random: Random, town: number): Address {
  const area = 1_000 + Math.floor((town / townCount) * 8_999);
  return {
    street: pick(random, streets),
    houseNumber: between(random, 1, 200),
    ...(chance(random, 0.1) && { houseLetter: pick(random, ['A', 'B', 'C']) }),
    postcode: `${area}${pick(random, letters)}${pick(random, letters)}`,
    town: townName(town),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Imported organisations, and a directory of which a quarter of their number are variations of them and the rest are others. */
export function madeSet(importedCount: number, managedCount: number): { imported: SetOrganisation[]; directory: SetOrganisation[] } {
  const imported = Array.from({ length: importedCount }, (_, index) => ({ id: `R${index}`, visible: true, content: madeOrganisation(1, index) }));
  const twins = Math.floor(importedCount / 4);
  const directory = Array.from({ length: managedCount }, (_, index) => ({
    id: `G${index}`,
    visible: index % 20 !== 0,
    content: index < twins ? variation(madeOrganisation(1, index * 4), index) : madeOrganisation(2, index),
  }));
  return { imported, directory };
}

/** The same organisation as an editor wrote it down. */
function variation(content: OrganisationContent, index: number): OrganisationContent {
  const random = randomFor(3, index);
  const { phone, ...rest } = content;
  const name = chance(random, 0.4) ? content.name.replace(/^\S+ /, '') : content.name;
  return { ...rest, name: chance(random, 0.2) ? withTypo(name, random) : name, ...(chance(random, 0.8) && phone && { phone }) };
}

function withTypo(name: string, random: Random): string {
  const at = between(random, Math.floor(name.length / 2), name.length - 2);
  return name.slice(0, at) + name.slice(at + 1);
}
