import type { Address } from '@gids/contracts';
import { matchFeatures, type MatchSubject } from '@gids/normalisation';
import { compareAddress, type AddressLevel } from './compare-address.js';
import { compareName } from './compare-name.js';
import { compare } from './compare.js';
import { nothingCounted, type Rarity } from './rarity.js';

const subject = (name: string, address?: Partial<Address>, more: Partial<MatchSubject> = {}): MatchSubject => ({
  kind: 'PRIMARY_SCHOOL',
  name,
  identifiers: [],
  ...(address && { visitAddress: { street: 'Melkweg', town: 'Nietap', postcode: '9311AB', houseNumber: 13, ...address } }),
  ...more,
});
const features = (...of: Parameters<typeof subject>) => matchFeatures(subject(...of));

describe('two addresses (DEDUPE 5.4)', () => {
  it.each<[string, Partial<Address> | undefined, Partial<Address> | undefined, AddressLevel]>([
    ['R43 are the same', {}, {}, 'SAME'],
    ['N27 have an addition on one side', { houseLetter: 'A' }, {}, 'SUFFIX_MISSING'],
    ['N27 have another addition', { houseLetter: 'A' }, { houseLetter: 'B' }, 'SUFFIX_OTHER'],
    ['N27 are a range and its last number', { houseNumber: 33, houseNumberAddition: '35' }, { houseNumber: 35 }, 'RANGE'],
    ['differ in postcode only', {}, { postcode: '9311AC' }, 'POSTCODE_OTHER'],
    ['lack a postcode, and abbreviate', { street: 'Burgemeester de Vriesstraat' }, { street: 'Burg. de Vriesstr.', postcode: undefined }, 'POSTCODE_MISSING'],
    ['are next to each other', {}, { houseNumber: 15 }, 'NEAR'],
    ['are far apart in one street', {}, { houseNumber: 130 }, 'SAME_STREET'],
    ['are in one town', {}, { street: 'Kerkstraat', postcode: '9312ZZ' }, 'SAME_TOWN'],
    ['N29 are not known where there is only a P.O. box', {}, { street: 'Postbus', postcode: '9310AA' }, 'MISSING'],
    ['are in different towns', {}, { street: 'Kerkstraat', postcode: '1011AA', town: 'Amsterdam' }, 'ELSEWHERE'],
    ['are in towns with two spellings', { town: "'s-Gravenhage", street: 'Spui', postcode: '2511BT' }, { town: 'Den Haag', postcode: '2599ZZ' }, 'SAME_TOWN'],
    ['are not there at all on one side', undefined, {}, 'UNKNOWN'],
  ])('%s', (_, one, other, level) => {
    expect(compareAddress(features('Egel', one), features('Vos', other))).toBe(level);
  });

  it('N29 fall back on the postal address only where a visiting address is missing', () => {
    const postalAddress = { street: 'Postbus', houseNumber: 44, postcode: '9310AA', town: 'Nietap' };
    const box = { street: 'Postbus', houseNumber: 44, postcode: '9310AA' };
    expect(compareAddress(features('Egel', {}, { postalAddress }), features('Vos', box, { postalAddress }))).toBe('MISSING_POST_SAME');
  });
});

describe('two names (DEDUPE 4.2, 5.4)', () => {
  const level = (one: string, other: string, inBuilding = true) => compareName(features(one, {}), features(other, {}), nothingCounted, inBuilding).level;

  it.each([
    ['Openbare Basisschool De Vlinder', 'OBS De Vlinder', 'EQUAL'],
    ['St Vitus', 'Vitusschool', 'EQUAL'],
    ['Hagenhof-School', 'Hagenhofschool', 'EQUAL'],
    ['Eben Haëzerschool', 'eben haeser school', 'EQUAL'],
    ['OBS De Vlinder Nietap', 'De Vlinder', 'EQUAL'],
    ['Rooms Kahtolieke Basisschool De Ark', 'RK Bassischool De Ark', 'EQUAL'],
    ['Ds. D. L. Aangeenbrugschool', 'Dominee D L Aangeenbrugschool', 'EQUAL'],
    ['a.z.s. De Wissel', 'AZS de Wissel', 'EQUAL'],
    ['Protestants Christelijke BasisschoolDe Piramiden', 'De Piramiden', 'EQUAL'],
    ['De Vlinder', 'De Vlindre', 'TYPO'],
    ['Kinderopvang Prokino locatie Wijdekijker', 'Wijdekijker', 'CONTAINED'],
    ['De Vlinder', 'Het Kompas', 'DIFFERENT'],
    ['School met de Bijbel', 'School met de Bijbel', 'EQUAL'],
    ['Basisschool', 'De Vlinder', 'GENERIC'],
    ['Lyceum De Ark voor havo vwo', 'De Ark voor praktijkonderwijs', 'SISTER'],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(level(one, other)).toBe(expected);
  });

  it.each([
    ['Prokino Noord', 'Prokino'],
    ['Mauritsschool II', 'Mauritsschool'],
  ])('DEDUPE 5.7 %j and %j are sisters, unless in one building', (one, other) => {
    expect(level(one, other, false)).toBe('SISTER');
    expect(level(one, other, true)).not.toBe('SISTER');
  });

  it('a name that many bear says less than a rare one', () => {
    const common: Rarity = { ...nothingCounted, name: () => 72 };
    const weight = (rarity: Rarity) => compareName(features('De Regenboog'), features('OBS De Regenboog'), rarity, false).weight;
    expect(weight(common)).toBeLessThan(weight(nothingCounted) - 2);
  });
});

describe('contact data (DEDUPE 4.4)', () => {
  const phone = (number: string, rarity = nothingCounted) => compare(features('Egel', {}, { phone: number }), features('Vos', {}, { phone: '0591659840' }), rarity).phone;

  it.each([
    ['0591-659840', 1, 'EQUAL'],
    ['+31 591 65 98 40', 3, 'SHARED_BY_FEW'],
    ['0591659840', 11, 'SHARED'],
    ['0591000000', 1, 'DIFFERENT'],
  ])('the phone %s, held by %i: %s', (number, holders, expected) => expect(phone(number, { ...nothingCounted, phone: () => holders })).toBe(expected));

  it('a site says nothing where everybody may have a page, and an e-mail address where there is no site tells it too', () => {
    const site = (one: Partial<MatchSubject>, other: Partial<MatchSubject>) => compare(features('Egel', {}, one), features('Vos', {}, other), nothingCounted).site;
    expect(site({ website: 'https://www.facebook.com/egel' }, { website: 'https://facebook.com/vos' })).toBe('MISSING');
    expect(site({ website: 'https://www.egel.nl/contact' }, { email: 'info@egel.nl' })).toBe('EQUAL');
    expect(site({ email: 'egel@gmail.com' }, { email: 'vos@gmail.com' })).toBe('MISSING');
  });
});
