import fc from 'fast-check';
import { fingerprintOf, matchName } from './match-name.js';

const core = (name: string, town?: string): string => matchName(name, town).cores[0]?.join(' ') ?? '';

describe('the core of a name (DEDUPE 4.2)', () => {
  it.each([
    ['Openbare Basisschool De Regenboog', 'regenboog'],
    ['o.b.s. De Regenboog', 'regenboog'],
    ['R.-K.B.S. De Regenboog', 'regenboog'],
    ['Kinderdagverblijf De Regenboog B.V.', 'regenboog'],
    ['Stichting Peuteropvang De Regenboog', 'regenboog'],
    ['Peuteropvag De Regenboog', 'regenboog'],
    ['St. Vitusschool', 'vitus'],
    ["'t Loo", 'loo'],
    ['Het Loo', 'loo'],
    ['P. Chr. Johannesschool', 'p johannes'],
    ['1e Montessorischool', '1'],
    ['Eben Haëserschool', 'eben haezer'],
    ['Ds. D. L. Aangeenbrugschool', 'dominee dl aangeenbrug'],
    ['Zon & Maan', 'zon maan'],
    ['School met de Bijbel', 'bijbel'],
  ])('of %j is %j', (name, expected) => expect(core(name)).toBe(expected));

  it('leaves the town out where something is left, also with a typing error', () => {
    expect(core('OBS De Ark Hoogeveen', 'Hoogeveen')).toBe('ark');
    expect(core('OBS De Ark Hoogeveeen', 'HOOGEVEEN')).toBe('ark');
  });

  it('is generic where nothing but the kind and the town is left', () => {
    expect(matchName('OBS Drijber', 'Drijber')).toMatchObject({ generic: true, cores: [['obs', 'drijber']] });
    expect(matchName('OBS De Ark Drijber', 'Drijber').generic).toBe(false);
  });

  it('of a name that joins two has each part as an alternative', () => {
    expect(matchName('CBS De Ark / OBS Het Kompas').cores).toEqual([['ark', 'kompas'], ['ark'], ['kompas']]);
  });

  it('has no order in its fingerprint', () => {
    expect(fingerprintOf(['prins', 'alexander'])).toBe(fingerprintOf(['alexander', 'prins', 'alexander']));
  });

  it('never throws, and is never empty where the name has a letter or figure', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('constructor', '__proto__', 'de het', 'B.V.')), (name) => {
        const { cores } = matchName(name, name);
        if (/[a-z0-9]/i.test(name.normalize('NFKD'))) expect(cores[0]?.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what a name says of the kind', () => {
  it.each([
    ['OBS De Ark', 'SCHOOL'],
    ['Vitusschool', 'SCHOOL'],
    ['BSO De Ark', 'CHILDCARE'],
    ['Kinderopvang bij basisschool De Ark', 'CHILDCARE'],
    ['Buurthuis De Ark', 'OTHER'],
    ['Muziekschool De Ark', 'OTHER'],
    ['IKC De Ark', undefined],
    ['Kindcentrum De Ark', undefined],
    ['De Ark', undefined],
  ])('DEDUPE 9.2 %j: %s', (name, hint) => expect(matchName(name).hint).toBe(hint));

  it('DEDUPE 9.3 names its levels once', () => {
    expect(matchName('Lyceum voor vwo, atheneum en havo').streams).toEqual(['havo', 'vwo']);
    expect(matchName('Praktijkschool De Ark').streams).toEqual(['pro']);
  });
});
