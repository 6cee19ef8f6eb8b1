import { publicationActions } from '@gids/contracts';
import fc from 'fast-check';
import { recordState } from '../testing/record-facts.js';
import { leftOut, offer, sameAddress, unusable } from '../testing/test-source.js';
import { decideVisibility } from '../rules/visibility.js';
import { decideProduct, type KnownProduct, type ProductOutcome } from './imported-product.js';

const outcome = (different: Partial<ProductOutcome> = {}): ProductOutcome => ({
  ...offer('A/aanbod'),
  importId: 'lrk',
  sourceId: 'lrk',
  organisationRecordId: 'A',
  ridesAlong: true,
  runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
  runSequence: 7,
  ...different,
});
const owner = { gidsId: 100_001, name: 'Het Nest', determined: true };
const stored = (different: Partial<KnownProduct> = {}): KnownProduct => ({
  ...recordState({ type: 'PRODUCT' }),
  ...{ content: offer('A/aanbod').product, contentHash: 'hash', ownerGidsId: owner.gidsId },
  ...different,
});
const places = { kind: 'DAY_CARE_PLACES', name: 'Dagopvang', attributes: {} } as const;

describe('a product of a source', () => {
  it('A20 given a new and clean one, then Succes, action 1, visible', () => {
    expect(decideProduct(undefined, outcome(), owner, 'hash')).toMatchObject({ status: 'SUCCESS', publicationAction: 'SHOW_ON_SUCCESS', visible: true, issues: [], changed: true });
  });

  it('A20 given an action that a person chose, then it stays', () => {
    expect(decideProduct(stored({ publicationAction: 'DO_NOT_SHOW' }), outcome(), owner, 'hash')).toMatchObject({ publicationAction: 'DO_NOT_SHOW', status: 'SUCCESS', visible: false });
  });

  it('R47 given action 2, then it is as visible as under action 1, whatever else is so', () => {
    const outcomes = fc.record({
      product: fc.constantFrom(undefined, offer('A').product, places),
      makeVisible: fc.boolean(),
      issues: fc.subarray([unusable, leftOut]),
    });
    fc.assert(
      fc.property(outcomes, (found) => {
        const { product, ...others } = found;
        const of = (publicationAction: KnownProduct['publicationAction']) => decideProduct(stored({ publicationAction }), { ...outcome(others), product } as ProductOutcome, owner, 'hash');
        expect(of('SHOW_IGNORE_DUPLICATES')).toMatchObject({ visible: of('SHOW_ON_SUCCESS')?.visible, status: of('SHOW_ON_SUCCESS')?.status });
        for (const action of publicationActions) {
          const decided = of(action);
          expect(decided?.status).not.toBe('DUPLICATES_FOUND');
          const input = { presentAtSource: true, suppressed: false, status: decided?.status ?? 'SUCCESS', action, makeVisible: others.makeVisible };
          expect(decided?.visible).toBe(product !== undefined && decideVisibility(input));
        }
      }),
    );
  });

  it('R72 given places without their number, then Validatiefouten of the product', () => {
    const decided = decideProduct(undefined, outcome({ product: places }), owner, 'hash');
    expect(decided).toMatchObject({ status: 'VALIDATION_ERRORS', visible: false, issues: [{ message: 'Aantal plaatsen: verplicht veld is leeg.' }] });
  });

  it('R72 given an error of its mapping, then Conversiefouten', () => {
    expect(decideProduct(undefined, outcome({ issues: [unusable] }), owner, 'hash')).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, issues: [unusable] });
  });

  it('A34 given nothing that could be made, then Conversiefouten and the name it had', () => {
    const nothing = outcome({ issues: [unusable] });
    delete nothing.product;
    expect(decideProduct(undefined, nothing, owner, undefined)).toMatchObject({ name: '', status: 'CONVERSION_ERRORS', visible: false });
    expect(decideProduct(stored({ name: 'Dagopvang' }), nothing, owner, undefined)).toMatchObject({ name: 'Dagopvang', visible: false });
  });

  it('A14 given that the source withholds it, then it is hidden', () => {
    expect(decideProduct(undefined, outcome({ makeVisible: false }), owner, 'hash')).toMatchObject({ status: 'SUCCESS', visible: false });
  });

  it.each([
    ['an earlier run', { runSequence: 8 }],
    ['an erased product (N37)', { suppressed: true }],
  ])('given an outcome of %s, then nothing changes', (_, known) => {
    expect(decideProduct(stored(known), outcome(), owner, 'hash')).toBeUndefined();
  });

  it.each<[string, Partial<KnownProduct>, boolean]>([
    ['all is as it was', {}, false],
    ['its content differs', { contentHash: 'other' }, true],
    ['its owner differs', { ownerGidsId: 3 }, true],
    ['its visibility differs', { visible: false }, true],
    ['it was removed meanwhile', { contentHash: undefined, ownerGidsId: undefined }, true],
  ])('given that %s, then it is written: %s', (_, known, changed) => {
    expect(decideProduct(stored({ duplicates: [sameAddress], ...known }), outcome(), owner, 'hash')?.changed).toBe(changed);
  });

  it.each([
    ['an organisation that is not there', '0404', 'organisatie "0404" is niet (meer) in de import'],
    ['none', undefined, 'de bron noemt geen organisatie bij dit product'],
  ])('R69 A21 given a row that names %s, then a warning says so and the status is Succes', (_, unknown, reason) => {
    const decided = decideProduct(undefined, outcome(), { gidsId: 1, determined: false, unknown }, 'hash');
    const message = `Het product staat onder de importorganisatie en is niet te zien voor het publiek: ${reason}.`;
    expect(decided).toMatchObject({ status: 'SUCCESS', visible: true, issues: [{ severity: 'warning', code: 'organisationUnknown', message }] });
  });
});
