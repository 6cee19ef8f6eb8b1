import fc from 'fast-check';
import { duplicatesOf, type FoundPair } from './duplicates.js';

function found(gidsId: number, more: Partial<FoundPair> = {}): FoundPair {
  return {
    gidsId,
    name: 'De Vlinder',
    town: 'Nietap',
    visible: true,
    demoted: false,
    score: 12,
    ownClass: 'PROBABLE',
    demotedClass: 'SAME_BUILDING',
    ruleName: false,
    ruleAddress: false,
    matchedOn: ['ADDRESS'],
    levels: {},
    reasons: ['Zelfde adres (9311AB 13)'],
    verdict: undefined,
    ...more,
  };
}
const namesake: Partial<FoundPair> = { ownClass: 'SAME_NAME_ELSEWHERE', demotedClass: 'SAME_NAME_ELSEWHERE', matchedOn: ['NAME'], ruleName: true, score: 2 };

describe('the duplicates of a record as they are told', () => {
  it('R22 are its number, name, place, whether it is visible, and why', () => {
    expect(duplicatesOf([found(102_938)], 'LITERAL')).toEqual([
      {
        gidsId: 102_938,
        name: 'De Vlinder',
        town: 'Nietap',
        visible: true,
        matchedOn: ['ADDRESS'],
        class: 'PROBABLE',
        score: 12,
        counts: true,
        reasons: ['Zelfde adres (9311AB 13)'],
      },
    ]);
  });

  it('R22 leave the place out where it is not known', () => {
    expect(duplicatesOf([found(1, { town: undefined })], 'LITERAL')[0]).not.toHaveProperty('town');
  });

  it('R36b A3 hold the invisible ones too, after the visible ones, the surest first', () => {
    const told = duplicatesOf([found(3, { visible: false }), found(9), found(4, { ownClass: 'IDENTICAL' }), found(1, { visible: false, ownClass: 'IDENTICAL' })], 'LITERAL');
    expect(told.map(({ gidsId, visible }) => [gidsId, visible])).toEqual([[4, true], [9, true], [1, false], [3, false]]);
  });

  it('R44 show a neighbour as what it is once the twin is known, and nothing where nothing is left', () => {
    const told = duplicatesOf([found(1, { demoted: true }), found(2, { demoted: true, demotedClass: undefined })], 'GRADED');
    expect(told.map((one) => [one.gidsId, one.class, one.counts])).toEqual([[1, 'SAME_BUILDING', false]]);
  });

  it('DEDUPE 5.7 hold at most three namesakes that decide nothing', () => {
    const pairs = Array.from({ length: 72 }, (_, index) => found(index + 1, namesake));
    expect(duplicatesOf(pairs, 'GRADED')).toHaveLength(3);
    expect(duplicatesOf(pairs, 'LITERAL')).toHaveLength(25);
  });

  it('R32 A3 whatever the cap, a record that a visible pair holds back keeps one that does', () => {
    const pair = fc.record({ visible: fc.boolean(), common: fc.boolean(), verdict: fc.constantFrom(undefined, 'NOT_DUPLICATE' as const) });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), fc.constantFrom('LITERAL' as const, 'GRADED' as const), (list, policy) => {
        const pairs = list.map(({ common, ...more }, index) => found(index + 1, { ...(common ? namesake : {}), ...more }));
        const decides = ({ visible, counts }: { visible: boolean; counts: boolean }) => visible && counts;
        const each = pairs.flatMap((one) => duplicatesOf([one], policy));
        const told = duplicatesOf(pairs, policy);
        expect(told.filter(decides).length).toBe(Math.min(25, each.filter(decides).length));
        expect(told.length).toBeLessThanOrEqual(25);
      }),
    );
  });
});
