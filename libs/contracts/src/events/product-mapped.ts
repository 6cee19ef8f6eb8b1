import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { mappedProductSchema, type MappedProduct } from '../product.js';

export const mappedProductExample: MappedProduct = {
  recordId: '123456789/aanbod',
  product: { kind: 'DAY_CARE_PLACES', name: 'Dagopvang', capacity: 48, attributes: {} },
  makeVisible: true,
  issues: [],
};

/** A row that holds a product and no organisation (R2, R69); the organisation is told by its bronID, where the row tells it. */
export const ProductMapped = defineEvent({
  name: 'ProductMapped',
  context: 'mapping',
  summary: 'A source row was mapped to a product of the directory.',
  producer: 'mapper',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    organisationRecordId: z.string().min(1).optional(),
    product: mappedProductSchema,
  }),
  example: { importId: 'lrk', sourceId: 'lrk', organisationRecordId: '123456789', product: mappedProductExample },
});
