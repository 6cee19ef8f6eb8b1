import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** What happened to an imported product. */
export const productChanges = ['ADDED', 'CHANGED', 'REMOVED'] as const;

/** A run changed the offer of the provider of a managed organisation whose contract has the tick (S2:133, R76, R95). */
export const ProviderProductsChanged = defineEvent({
  name: 'ProviderProductsChanged',
  context: 'directory',
  summary: 'Imported products of the provider of a managed organisation were added, changed or removed.',
  producer: 'publisher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    /** The imported organisation that provides. */
    importRecordId: z.int().positive(),
    providerName: z.string(),
    /** The managed organisation that is linked to it. */
    linkedOrganisationId: z.int().positive(),
    linkedName: z.string(),
    products: z.array(z.object({ gidsId: z.int().positive(), name: z.string(), change: z.enum(productChanges), takenOver: z.boolean() })).min(1),
  }),
  example: {
    importId: 'lrk',
    sourceId: 'lrk',
    importRecordId: 2042,
    providerName: 'KDV De Vlinder',
    linkedOrganisationId: 102938,
    linkedName: 'De Vlinder',
    products: [{ gidsId: 990001, name: 'Kinderdagopvang', change: 'ADDED', takenOver: false }],
  },
});
