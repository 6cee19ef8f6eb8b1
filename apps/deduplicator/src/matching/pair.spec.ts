import type { Address, OrganisationContent } from '@gids/contracts';
import { fieldMarks, matchFeatures } from '@gids/normalisation';
import fc from 'fast-check';
import { school } from '../testing/school.js';
import { countsUnder, pairOf, type Judgement, type Pair } from './pair.js';
import { nothingCounted } from './rarity.js';

const here: Partial<Address> = { postcode: '9311AB', houseNumber: 13 };
const elsewhere: Partial<Address> = { postcode: '9999ZZ', houseNumber: 1, town: 'Elders' };

function compared(one: OrganisationContent, other: OrganisationContent, judgement?: Judgement): Pair | undefined {
  return pairOf({ imported: matchFeatures(one), managed: matchFeatures(other), copied: false, judgement }, nothingCounted);
}

const rules = (one: OrganisationContent, other: OrganisationContent) => {
  const { ruleName = false, ruleAddress = false } = compared(one, other) ?? {};
  return [ruleName && 'NAME', ruleAddress && 'ADDRESS'].filter(Boolean);
};

describe('the literal rule (S2:62)', () => {
  it.each([
    ['same name, same address', 'De Vlinder', here, ['NAME', 'ADDRESS']],
    ['same name, other address', 'De Vlinder', elsewhere, ['NAME']],
    ['same name, no address', 'De Vlinder', undefined, ['NAME']],
    ['other name, same address', 'Het Kompas', here, ['ADDRESS']],
    ['other name, other address', 'Het Kompas', elsewhere, []],
    ['other name, no address', 'Het Kompas', undefined, []],
  ] as const)('R43 A5 given %s', (_, name, address, expected) => {
    expect(rules(school('De Vlinder', here), school(name, address))).toEqual(expected);
  });

  it.each([
    ['case', 'DE VLINDER', true],
    ['accents', 'Dé Vlïnder', true],
    ['punctuation', "De 'Vlinder'!", true],
    ['blanks', ' De  Vlinder ', true],
    ['a type word', 'OBS De Vlinder', false],
    ['a legal form', 'De Vlinder B.V.', false],
    ['a word less', 'Vlinder', false],
  ])('A28 given a name that differs in %s («%s»), same: %s', (_, name, same) => {
    expect(rules(school('De Vlinder'), school(name)).includes('NAME')).toBe(same);
  });

  it.each<[string, Partial<Address>, Partial<Address>, boolean]>([
    ['12A and 12 A', { houseNumber: 12, houseLetter: 'A' }, { houseNumber: 12, houseNumberAddition: 'a' }, true],
    ['12A and 12', { houseNumber: 12, houseLetter: 'A' }, { houseNumber: 12 }, false],
    ['12 and 12', { houseNumber: 12 }, { houseNumber: 12 }, true],
    ['12A and 12B', { houseNumber: 12, houseLetter: 'A' }, { houseNumber: 12, houseLetter: 'B' }, false],
    ['another street name on one postcode and number', { houseNumber: 12, street: 'Kerkstraat' }, { houseNumber: 12, street: 'Kerkstr.' }, true],
  ])('N27 compares house numbers: %s', (_, one, other, same) => {
    const postcode = '9311AB';
    expect(rules(school('Egel', { postcode, ...one }), school('Vos', { postcode, ...other })).includes('ADDRESS')).toBe(same);
  });

  it.each<[string, Partial<Address>]>([
    ['a P.O. box', { street: 'Postbus', houseNumber: 13, postcode: '9311AB' }],
    ['an address without a number', { postcode: '9311AB' }],
    ['an address without a postcode', { houseNumber: 13 }],
  ])('N29 R43 given %s on both sides, then the address rule never applies', (_, address) => {
    expect(rules(school('Egel', address), school('Vos', address))).toEqual([]);
  });

  it('R43 given names without a letter or figure, then they never match', () => {
    expect(compared(school('---'), school('!!!'))).toBeUndefined();
  });

  it('A28 N29 compares the visiting address, never the postal one', () => {
    const postal = { ...school('Egel'), postalAddress: { street: 'Proefstraat', houseNumber: 13, postcode: '9311AB', town: 'Nietap' } };
    expect(compared(postal, school('Vos', here))).toBeUndefined();
  });
});

describe('what is told of a pair (R22)', () => {
  it.each<[Partial<Address>, string]>([
    [{ houseNumber: 13 }, 'Zelfde adres (9311AB 13)'],
    [{ houseNumber: 13, houseLetter: 'A' }, 'Zelfde adres (9311AB 13A)'],
    [{ houseNumber: 13, houseNumberAddition: 'hs' }, 'Zelfde adres (9311AB 13-hs)'],
    [{ houseNumber: 13, houseLetter: 'A', houseNumberAddition: '2' }, 'Zelfde adres (9311AB 13A-2)'],
  ])('R22 names the whole address', (number, reason) => {
    const address = { postcode: '9311AB', ...number };
    expect(compared(school('Egel', address), school('Vos', address))?.reasons).toEqual([reason]);
  });

  it.each([
    ['OBS De Vlinder', 'De Vlinder', 'Zelfde naam, woorden voor de soort niet meegeteld'],
    ['De Vlinder', 'De Vlindre', 'Naam verschilt één of twee letters'],
    ['De Vlinder', 'De Vlinder / Het Kompas', 'De naam is een deel van een dubbele naam'],
  ])('R22 says how %j and %j are alike', (name, other, reason) => {
    expect(compared(school(name, here), school(other, here))?.reasons).toContain(reason);
  });

  it('R22 says that another kind in the building is probably another organisation', () => {
    const library = { ...school('Bibliotheek', here), kind: 'LIBRARY' as const };
    expect(compared(school('De Vlinder', here), library)).toMatchObject({
      ownClass: 'SAME_BUILDING',
      reasons: ['Zelfde adres (9311AB 13)', 'Andere soort organisatie: waarschijnlijk twee organisaties in één pand'],
    });
  });
});

describe('classes', () => {
  const withPhone = (content: OrganisationContent, phone: string): OrganisationContent => ({ ...content, phone });

  it.each<[string, OrganisationContent, OrganisationContent, string | undefined]>([
    ['R44 A28 name, address and contact equal', withPhone(school('De Vlinder', here), '0591659840'), withPhone(school('De Vlinder', here), '0591659840'), 'IDENTICAL'],
    ['R44 A28 contact data only on one side', school('De Vlinder', here), withPhone(school('De Vlinder', here), '0591659840'), 'IDENTICAL'],
    ['R44 A28 another phone', withPhone(school('De Vlinder', here), '0591000000'), withPhone(school('De Vlinder', here), '0591659840'), 'PROBABLE'],
    ['R44 a type word left out', school('OBS De Vlinder', here), school('De Vlinder', here), 'IDENTICAL'],
    ['R44 renamed at its address, phone kept', withPhone(school('De Vlinder', here), '0591659840'), withPhone(school('Het Kompas', here), '0591659840'), 'PROBABLE'],
    ['R44 another school in the building, or renamed', school('De Vlinder', here), school('Het Kompas', here), 'POSSIBLE'],
    ['R43 a namesake elsewhere', school('De Vlinder', here), school('De Vlinder', elsewhere), 'SAME_NAME_ELSEWHERE'],
    ['R43 nothing in common', school('De Vlinder', here), school('Het Kompas', elsewhere), undefined],
    ['DEDUPE 9.1 childcare of the same name in the school', school('OBS De Vlinder', here), { ...school('BSO De Vlinder', here), kind: 'AFTER_SCHOOL_CARE' }, 'SAME_BUILDING'],
  ])('%s', (_, one, other, expected) => {
    expect(compared(one, other)?.ownClass).toBe(expected);
  });

  it.each([
    ['VESTIGING', '16AH00', true],
    ['LRK', '123456789', true],
    ['BRIN', '16AH', true],
    ['KVK', '01124747', false],
  ] as const)('DEDUPE 5.1 an equal number of %s is proof: %s', (scheme, value, proof) => {
    const numbered = (content: OrganisationContent) => ({ ...content, identifiers: [{ scheme, value }] });
    const found = compared(numbered(school('De Vlinder', here)), numbered(school('Het Kompas', elsewhere)));
    expect(found?.ownClass).toBe(proof ? 'IDENTICAL' : undefined);
  });

  it('DEDUPE 9.10 an equal BRIN with different branches proves nothing', () => {
    const branch = (content: OrganisationContent, value: string) => ({ ...content, identifiers: [{ scheme: 'BRIN' as const, value: '16AH' }, { scheme: 'VESTIGING' as const, value }] });
    expect(compared(branch(school('De Vlinder', here), '16AH00'), branch(school('Het Kompas', elsewhere), '16AH01'))).toBeUndefined();
  });

  it('N34 contact data of a childminder take no part', () => {
    const childminder = { ...withPhone(school('Voorziening voor gastouderopvang 1'), '0612345678'), kind: 'CHILDMINDER' as const };
    expect(matchFeatures(childminder)).not.toHaveProperty('phone');
  });
});

describe('a verdict', () => {
  const one = school('De Vlinder', here);
  const marksOf = (content: OrganisationContent) => fieldMarks(matchFeatures(content));
  const judged = (other: OrganisationContent, now: OrganisationContent) => {
    const verdict = { verdict: 'NOT_DUPLICATE' as const, by: 'i.manager', compared: { imported: marksOf(one), managed: marksOf(other) } };
    return compared(one, now, { verdict, marks: { imported: marksOf(one), managed: marksOf(now) } });
  };

  it('R46 holds as long as nothing that is compared has changed', () => {
    expect(judged(one, { ...one, description: 'Nieuw' })).toMatchObject({ verdict: 'NOT_DUPLICATE' });
  });

  it('R46 lapses when a compared field changed, and says which', () => {
    const found = judged(one, { ...one, phone: '0591659840', website: 'https://vlinder.nl' });
    expect(found?.verdict).toBeUndefined();
    expect(found?.reasons[0]).toContain('veranderde het telefoonnummer van de G!DS-organisatie en de website van de G!DS-organisatie');
  });
});

describe('what counts', () => {
  const pair = { ruleName: false, ruleAddress: false, verdict: undefined };

  it.each([
    ['LITERAL', { ...pair, ruleName: true }, 'SAME_NAME_ELSEWHERE', true],
    ['LITERAL', { ...pair, ruleAddress: true }, 'SAME_BUILDING', true],
    ['LITERAL', pair, 'SAME_BUILDING', false],
    ['LITERAL', pair, 'POSSIBLE', true],
    ['GRADED', { ...pair, ruleName: true }, 'SAME_NAME_ELSEWHERE', false],
    ['GRADED', { ...pair, ruleAddress: true }, 'SAME_BUILDING', false],
    ['GRADED', pair, 'PROBABLE', true],
    ['GRADED', { ...pair, verdict: 'DUPLICATE' as const }, 'SAME_BUILDING', true],
    ['LITERAL', { ...pair, ruleName: true, verdict: 'NOT_DUPLICATE' as const }, 'IDENTICAL', false],
  ] as const)('R27 A5 R46 under %s %j of class %s: %s', (policy, given, matchClass, expected) => {
    expect(countsUnder(policy, given, matchClass)).toBe(expected);
  });
});

describe('whatever is compared', () => {
  const names = fc.constantFrom('De Vlinder', 'de vlinder', 'OBS De Vlinder', '---', 'Het Kompas', 'BSO Het Kompas', 'Kinderopvang Prokino locatie De Vlinder');
  const addresses = fc.option(
    fc.record(
      { postcode: fc.constantFrom('9311AB', '9999ZZ'), houseNumber: fc.integer({ min: 1, max: 2 }), houseLetter: fc.constantFrom('A', 'B'), street: fc.constantFrom('Postbus', 'Kerkstraat') },
      { requiredKeys: ['street'] },
    ),
    { nil: undefined },
  );
  const organisation = fc.tuple(names, addresses).map(([name, address]) => school(name, address));

  it('R43 A28 every pair that exact strings give counts under the literal policy', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        const sameName = one.name === other.name && one.name !== '---';
        const [a, b] = [one.visitAddress, other.visitAddress];
        const complete = a?.postcode && a.houseNumber && a.street !== 'Postbus';
        const sameAddress = complete && JSON.stringify(a) === JSON.stringify(b);
        if (!sameName && !sameAddress) return;
        const found = compared(one, other);
        expect(found && countsUnder('LITERAL', found, found.demotedClass)).toBe(true);
      }),
    );
  });

  it('is the same whichever side is imported', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        const [there, back] = [compared(one, other), compared(other, one)];
        expect([back?.score, back?.ownClass, back?.demotedClass, back?.matchedOn]).toEqual([there?.score, there?.ownClass, there?.demotedClass, there?.matchedOn]);
      }),
    );
  });

  it('R22 every pair has a reason and a ground', () => {
    fc.assert(
      fc.property(organisation, organisation, (one, other) => {
        const found = compared(one, other);
        if (found) expect([found.reasons.length, found.matchedOn.length].every((count) => count > 0)).toBe(true);
      }),
    );
  });
});
