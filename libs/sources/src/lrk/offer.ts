import { productKindTerms, type MappedProduct, type ProductKind } from '@gids/contracts';
import { wholeNumber } from '../mapped-record.js';
import { type ReadableField, RowReader } from '../row-reader.js';
import type { SourceFields } from '../source.js';

export const capacity: ReadableField = { column: 'aantal_kindplaatsen', label: 'Aantal kindplaatsen', expected: 'aantal' };

/**
 * The one offer of a registration: a type of childcare with its number of places (R15, R68).
 *
 * Of the shipped sources it is LRK that delivers products, because there a row really says what is offered: the type
 * of care for which a holder is registered at an address, and for how many children. The address files of DUO say who
 * a school is and where, and nothing of what it offers; a product made of them would only repeat the school.
 */
export function readOffer(fields: SourceFields, kind: ProductKind): MappedProduct {
  // A reader of its own: what is wrong with the offer leaves the organisation as it is (R72).
  const row = new RowReader(fields);
  const places = row.optional(capacity, wholeNumber);
  return {
    recordId: `${row.text('lrk_id') ?? ''}/aanbod`,
    product: { kind, name: productKindTerms[kind].label, ...(places !== undefined && { capacity: places }), attributes: {} },
    makeVisible: true,
    issues: [...row.issues],
  };
}
