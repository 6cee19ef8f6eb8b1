import { recordState } from '../testing/record-facts.js';
import { sameAddress, unusable } from '../testing/test-source.js';
import type { RecordState } from '../records/record-state.js';
import { evaluate } from './evaluation.js';
import { whyVisible } from './why.js';

const why = (different: Partial<RecordState>) => {
  const record = recordState(different);
  return whyVisible(record, evaluate(record));
};
const twin = { ...sameAddress, gidsId: 102_938, name: "OBS 't Eenspan", town: 'Emmen', reasons: ['Zelfde adres (7822HG 58)'] };

describe('why a record is or is not visible, in one sentence (R99)', () => {
  it.each<[string, Partial<RecordState>, string]>([
    ['a clean one', {}, 'Zichtbaar: de import is geslaagd en er is geen zichtbare G!DS-organisatie die dezelfde is.'],
    ['an erased one', { suppressed: true }, 'Niet zichtbaar: de gegevens zijn op verzoek gewist.'],
    ['one that is gone', { missingAtSource: true }, 'Niet zichtbaar: de organisatie staat niet meer in de bron.'],
    ['one that the source withholds', { makeVisible: false }, 'Niet zichtbaar: de bron vraagt dit record niet zichtbaar te maken.'],
    ['one on action 3', { publicationAction: 'DO_NOT_SHOW' }, "Niet zichtbaar: de publicatieactie is 'NIET zichtbaar maken na import'."],
    [
      'one that is linked',
      { publicationAction: 'DO_NOT_SHOW', linkedOrganisationId: 123 },
      "Niet zichtbaar: de publicatieactie is 'NIET zichtbaar maken na import', gekoppeld aan G!DS 123.",
    ],
    [
      'one with a conversion error',
      { errors: 'CONVERSION_ERRORS', issues: [unusable] },
      'Niet zichtbaar: er zijn conversiefouten (Soort "XYZ" (kolom SOORT) is een onbekende waarde; laat die opnemen in de waardetabel van deze bron).',
    ],
    [
      'one with a visible duplicate',
      { duplicates: [twin] },
      "Niet zichtbaar: G!DS 102938 OBS 't Eenspan, Emmen (zelfde adres (7822HG 58)) is zichtbaar en vermoedelijk dezelfde.",
    ],
    [
      'one whose duplicates are ignored',
      { duplicates: [twin, { ...twin, gidsId: 5 }], publicationAction: 'SHOW_IGNORE_DUPLICATES' },
      "Zichtbaar: de publicatieactie is 'Zichtbaar maken na import, negeer dubbelen', ondanks G!DS 102938 OBS 't Eenspan, Emmen (zelfde adres (7822HG 58)) en 1 andere.",
    ],
    ['one of which nothing could be saved', { hasContent: false }, 'Niet zichtbaar: er is niets om te tonen.'],
  ])('R99 given %s', (_, different, sentence) => {
    expect(why(different)).toBe(sentence);
  });

  it('R99 names the strongest reason where there are several', () => {
    expect(why({ missingAtSource: true, makeVisible: false, publicationAction: 'DO_NOT_SHOW', duplicates: [twin] })).toContain('staat niet meer in de bron');
  });
});
