import { publicationActions } from '@gids/contracts';
import fc from 'fast-check';
import { recordState } from '../testing/record-facts.js';
import { sameAddress } from '../testing/test-source.js';
import { evaluate, type RecordFacts } from './evaluation.js';
import { whyVisible } from './why.js';

const facts: fc.Arbitrary<RecordFacts> = fc.record({
  errors: fc.constantFrom(undefined, 'CONVERSION_ERRORS' as const, 'VALIDATION_ERRORS' as const),
  duplicates: fc.array(
    fc.record({ gidsId: fc.integer({ min: 1, max: 3 }), visible: fc.boolean(), counts: fc.boolean() }).map((different) => ({ ...sameAddress, ...different })),
    { maxLength: 3 },
  ),
  linkedOrganisationId: fc.constantFrom(undefined, 1, 2),
  publicationAction: fc.constantFrom(...publicationActions),
  makeVisible: fc.boolean(),
  missingAtSource: fc.boolean(),
  suppressed: fc.boolean(),
  hasContent: fc.boolean(),
});

describe('the evaluation of a record, over its whole input space', () => {
  it('R28 R31-R36 shows exactly what table 5.2 shows', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const blocked = given.duplicates.some(({ counts, visible, gidsId }) => counts && visible && gidsId !== given.linkedOrganisationId);
        const mayShow = given.hasContent && given.makeVisible && !given.missingAtSource && !given.suppressed && given.errors === undefined;
        const shows = mayShow && (given.publicationAction === 'SHOW_IGNORE_DUPLICATES' || (given.publicationAction === 'SHOW_ON_SUCCESS' && !blocked));
        expect(evaluate(given).visible).toBe(shows);
      }),
    );
  });

  it('A6 R23 gives exactly one status, an error before a duplicate', () => {
    fc.assert(fc.property(facts, (given) => expect(evaluate(given).status).toBe(given.errors ?? (evaluate({ ...given, errors: undefined }).status))));
  });

  it('R99 always has a sentence that begins with what it explains', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const evaluation = evaluate(given);
        expect(whyVisible({ ...given, issues: [] }, evaluation)).toMatch(evaluation.visible ? /^Zichtbaar: .+\.$/ : /^Niet zichtbaar: .+\.$/);
      }),
    );
  });

  it('R39 depends on nothing but the facts: decided again, it is the same', () => {
    fc.assert(fc.property(facts, (given) => expect(evaluate({ ...recordState(), ...given })).toEqual(evaluate(given))));
  });
});
