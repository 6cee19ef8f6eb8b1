import { recordState } from '../testing/record-facts.js';
import { whyProductVisible, type Shower } from './imported-why.js';

const product = recordState({ type: 'PRODUCT' });
const owner = (visible: boolean): Shower => ({ gidsId: 12, name: 'Het Nest', visible });
const taker = (visible: boolean): Shower => ({ gidsId: 34, name: 'Bibliotheek', visible });

describe('why the public does or does not see a product (R99)', () => {
  it('R70 given a visible owner, then that is why', () => {
    expect(whyProductVisible(product, { owner: owner(true), taker: undefined })).toBe('Zichtbaar: de import is geslaagd en G!DS 12 Het Nest, waar het onder staat, is zichtbaar.');
  });

  it('R70 given a hidden owner, then that is why not, although the product itself may be shown', () => {
    expect(whyProductVisible(product, { owner: owner(false), taker: undefined })).toBe(
      'Niet zichtbaar: het product zelf mag worden getoond, maar G!DS 12 Het Nest, waar het onder staat, is niet zichtbaar.',
    );
  });

  it('R59 given a visible organisation that took it over, then that shows it', () => {
    expect(whyProductVisible(product, { owner: owner(false), taker: taker(true) })).toBe(
      'Zichtbaar bij G!DS 34 Bibliotheek, die het overnam; G!DS 12 Het Nest, waar het onder staat, is niet zichtbaar.',
    );
  });

  it('R59 given that neither is visible, then both are why not', () => {
    expect(whyProductVisible(product, { owner: owner(false), taker: taker(false) })).toBe(
      'Niet zichtbaar: het product zelf mag worden getoond, maar G!DS 12 Het Nest, waar het onder staat, is niet zichtbaar en G!DS 34 Bibliotheek, die het overnam, ook niet.',
    );
  });

  it.each([
    ['its own flag', { publicationAction: 'DO_NOT_SHOW', visible: false }, "Niet zichtbaar: de publicatieactie is 'NIET zichtbaar maken na import'."],
    ['its absence from the source', { missingAtSource: true, visible: false }, 'Niet zichtbaar: het product staat niet meer in de bron.'],
  ] as const)('given %s, then that comes first, whoever is visible', (_, different, sentence) => {
    expect(whyProductVisible({ ...product, ...different }, { owner: owner(true), taker: taker(true) })).toBe(sentence);
  });

  it('R47 given nothing of an owner, then its own flag, without a word of duplicates', () => {
    expect(whyProductVisible(product, { owner: undefined, taker: undefined })).toBe('Zichtbaar: de import is geslaagd.');
  });
});
