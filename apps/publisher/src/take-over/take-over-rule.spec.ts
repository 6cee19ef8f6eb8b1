import { RequestRefused, type ProductView } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import { chosenProducts, providerOf, takeOverSentence } from './take-over-rule.js';
import { isTakenOver } from './taken-over.js';

const product = (gidsId: number): ProductView => ({
  gidsId,
  ownerGidsId: 100,
  product: { kind: 'COURSE', name: `Les ${gidsId}`, attributes: {} },
  visible: true,
  version: 1,
  changedAt: '2026-08-04T06:00:00.000Z',
});
const offered = [1, 2, 3, 4, 5, 6, 7].map(product);
const provider = { gidsId: 100, takerGidsId: 123 };
const codeOf = (act: () => unknown) => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof RequestRefused ? `${error.problem.kind} ${error.problem.code}` : error;
  }
};

describe('a provider (R59)', () => {
  it('R59 given a linked record, then its organisation provides the one that it is linked to', () => {
    expect(providerOf(recordState({ gidsId: 100, linkedOrganisationId: 123, publicationAction: 'DO_NOT_SHOW' }))).toEqual(provider);
  });

  it.each([
    ['one that is not linked', {}, 'conflict notLinked'],
    ['a product', { type: 'PRODUCT' }, 'conflict product'],
    ['a linked one of which nothing could be made', { linkedOrganisationId: 123, gidsId: undefined }, 'conflict nothingToTakeOver'],
  ] as const)('R59 given %s, then taking over is refused', (_, record, refused) => {
    expect(codeOf(() => providerOf(recordState(record)))).toBe(refused);
  });
});

describe('a choice (R73)', () => {
  it('R73 given a selection, then the chosen products', () => {
    expect(chosenProducts({ mode: 'SELECTION', productGidsIds: [2, 5, 2] }, offered)).toEqual({ products: [product(2), product(5)], errors: [] });
  });

  it.each(['ALL', 'NONE'] as const)('R73 given %s, then a selection beside it says nothing', (mode) => {
    expect(chosenProducts({ mode, productGidsIds: [99] }, offered)).toEqual({ products: [], errors: [] });
  });

  it('R73 given products of others, then each is an error', () => {
    expect(chosenProducts({ mode: 'SELECTION', productGidsIds: [98, 1, 99] }, offered).errors.map(({ message }) => message)).toEqual([
      'Producten: 98 is geen product van deze geïmporteerde organisatie.',
      'Producten: 99 is geen product van deze geïmporteerde organisatie.',
    ]);
  });

  it('R73 given an empty selection, then that is an error', () => {
    expect(chosenProducts({ mode: 'SELECTION', productGidsIds: [] }, offered).errors).toMatchObject([{ code: 'nothingChosen' }]);
  });

  it.each([
    ['NONE', 0, 'G!DS 123 neemt geen producten meer over.'],
    ['ALL', 0, 'G!DS 123 neemt alle producten over, ook die later komen.'],
    ['SELECTION', 2, 'G!DS 123 neemt over: 1 Les 1, 2 Les 2.'],
    ['SELECTION', 7, 'G!DS 123 neemt over: 1 Les 1, 2 Les 2, 3 Les 3, 4 Les 4, 5 Les 5 en 2 andere.'],
  ] as const)('R99 given %s of %i, then «%3$s»', (mode, count, sentence) => {
    expect(takeOverSentence(provider, mode, offered.slice(0, count))).toBe(sentence);
  });
});

describe('what is taken over', () => {
  const [one, other] = [product(1), { ...product(2), ownerGidsId: 200 }];

  it('A24 given all, then every product of the provider, and of nobody else', () => {
    const all = { providerGidsId: 100, mode: 'ALL', productGidsIds: [] } as const;
    expect([one, product(99), other].map((each) => isTakenOver(each, all))).toEqual([true, true, false]);
  });

  it('R73 given a selection, then those only, as long as they are the provider\'s', () => {
    const some = { providerGidsId: 100, mode: 'SELECTION', productGidsIds: [1, 2] } as const;
    expect([one, product(99), other].map((each) => isTakenOver(each, some))).toEqual([true, false, false]);
  });
});
