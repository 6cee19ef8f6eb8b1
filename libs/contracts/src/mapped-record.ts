import { z } from 'zod';
import { issueSchema, organisationContentSchema } from './organisation.js';
import { mappedProductSchema } from './product.js';

/** Which record of which source: the address that mapping, matching and directory share. */
export const recordReferenceShape = {
  importId: z.string(),
  sourceId: z.string(),
  /** The bronID. */
  recordId: z.string().min(1),
};

/** A record as the mapping made it; it travels on unchanged through the deduplicator. */
export const mappedRecordShape = {
  ...recordReferenceShape,
  organisation: organisationContentSchema,
  /** The source withholds visibility (A14, N34). */
  makeVisible: z.boolean(),
  issues: z.array(issueSchema),
  /** What the same row says of its offer (R15, R68). */
  products: z.array(mappedProductSchema).optional(),
};

export const mappedRecordSchema = z.object(mappedRecordShape);
export type MappedOrganisation = z.infer<typeof mappedRecordSchema>;

export const mappedRecordExample: MappedOrganisation = {
  importId: 'duo',
  sourceId: 'duo-po',
  recordId: '16AH00',
  organisation: {
    kind: 'PRIMARY_SCHOOL',
    name: "Openbare Basisschool 't Eenspan",
    visitAddress: { street: 'Oosterstraat', houseNumber: 58, postcode: '7822HG', town: 'Emmen' },
    phone: '0591659840',
    website: 'https://www.obs-eenspan.nl',
    identifiers: [{ scheme: 'BRIN', value: '16AH' }],
    attributes: { denomination: 'Openbaar' },
  },
  makeVisible: true,
  issues: [],
};
