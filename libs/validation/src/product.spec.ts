import { productKinds, type ProductContent } from '@gids/contracts';
import { validateProduct } from './product.js';

const product: ProductContent = { kind: 'COURSE', name: 'Digitaal spreekuur', attributes: {} };
const fields = (content: ProductContent) => validateProduct(content).map(({ field }) => field);

describe('validation of a product (R26, R72)', () => {
  it.each(productKinds)('given a complete %s, then nothing is wrong', (kind) => {
    expect(validateProduct({ ...product, kind, capacity: 0 })).toEqual([]);
  });

  it('given a name of blanks, then the name is missing', () => {
    expect(fields({ ...product, name: '  ' })).toEqual(['Naam']);
  });

  it.each(['DAY_CARE_PLACES', 'AFTER_SCHOOL_PLACES', 'PLAYGROUP_PLACES'] as const)('given %s without a number of places, then that is missing', (kind) => {
    expect(fields({ ...product, kind })).toEqual(['Aantal plaatsen']);
  });

  it('R72 given a price that nobody asks, then it is wrong, with the amount', () => {
    expect(validateProduct({ ...product, price: 10_000_000 })).toEqual([]);
    expect(validateProduct({ ...product, price: 10_000_001 })).toMatchObject([
      { code: 'incorrectValue', field: 'Prijs', message: 'Prijs: € 100000,01 is hoger dan € 100.000; geef de prijs in eurocenten.' },
    ]);
  });

  it('given a course without a number of places, then nothing is wrong', () => {
    expect(fields(product)).toEqual([]);
  });
});
