import { reviewReasons } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import { leftOut, sameAddress, unusable } from '../testing/test-source.js';
import { explainItem, type Explained } from './item-explanation.js';

const explain = (different: Partial<Explained>) =>
  explainItem({ reason: 'VANISHED', record: recordState(), missingSince: 7, linkTargetExists: false, signalled: [], successor: undefined, reports: [{ by: 'j.bakker', remark: 'Staat er al.' }], ...different });

describe('what an item of the review round says (R81)', () => {
  it.each(reviewReasons)('R81 %s is one Dutch sentence', (reason) => {
    const sentence = explain({ reason, record: recordState({ issues: [unusable], duplicates: [sameAddress] }), signalled: [123], successor: '11IP01' });
    expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    expect(sentence).not.toMatch(/undefined|\.\./);
  });

  it('R81 names the first duplicate that hides it, and how many more; not those that hide nothing', () => {
    const duplicates = [{ ...sameAddress, gidsId: 1, visible: false }, sameAddress, { ...sameAddress, gidsId: 3 }, { ...sameAddress, gidsId: 4, counts: false }];
    expect(explain({ reason: 'POSSIBLE_DUPLICATE', record: recordState({ duplicates }) })).toBe(
      'Vermoedelijk dezelfde als G!DS 123 De Regenboog, Nietap (zelfde adres (9311AB 13)) en 1 andere; niet zichtbaar tot u beslist.',
    );
  });

  it('R77 R81 tells who reported what, on one line, and how many more', () => {
    const reports = [{ by: 'j.bakker', remark: 'Deze school\nstaat er al.' }, { by: 'k.smit', remark: 'x' }, { by: 'l.maas', remark: 'y' }];
    expect(explain({ reason: 'REPORTED', reports })).toBe('Gemeld door j.bakker: "Deze school staat er al." en 2 andere.');
  });

  it('R81 tells all errors, no warnings', () => {
    const issues = [unusable, leftOut, { ...unusable, message: 'Postcode: verplicht veld is leeg.' }];
    expect(explain({ reason: 'CONVERSION_ERRORS', record: recordState({ issues }) })).toBe(`${unusable.message.replace(/\.$/, '')}; Postcode: verplicht veld is leeg.`);
  });

  it.each([
    ['the link target is hidden', { record: recordState({ linkedOrganisationId: 9 }), linkTargetExists: true }, 'de gekoppelde G!DS 9 is niet zichtbaar'],
    ['the link target is gone', { record: recordState({ linkedOrganisationId: 9 }) }, 'de gekoppelde G!DS 9 is verwijderd'],
    ['the link ended with its target', { signalled: [9] }, 'de gekoppelde G!DS 9 is verwijderd'],
    ['the only duplicate is hidden', { record: recordState({ duplicates: [{ ...sameAddress, visible: false }] }) }, 'G!DS 123 De Regenboog, Nietap (zelfde adres (9311AB 13)) is niet zichtbaar'],
  ])('R60 says why nothing is visible: %s', (_, different, why) => {
    expect(explain({ reason: 'NOWHERE_VISIBLE', ...different })).toBe(`Nergens zichtbaar: de publicatieactie is 'NIET zichtbaar maken na import' en ${why}.`);
  });
});
