import { defineEntity, p } from '@mikro-orm/core';

/** A product (aanbod) of an organisation, imported or managed; its G!DS-ID comes from the same numbers as those of organisations. */
export const Product = defineEntity({
  name: 'Product',
  tableName: 'product',
  indexes: [{ properties: ['ownerGidsId'] }, { properties: ['sourceId', 'recordId'] }],
  properties: {
    gidsId: p.bigint().primary().autoincrement(false),
    ownerGidsId: p.bigint(),
    management: p.text(),
    kind: p.text(),
    name: p.text(),
    nameFolded: p.text(),
    content: p.json(),
    contentHash: p.text(),
    /** Its own flag; whether the public sees it depends on its owner too (R70). */
    visible: p.boolean(),
    version: p.integer(),
    sourceId: p.text().nullable(),
    recordId: p.text().collation('C').nullable(),
    /** Who last changed it; an import changes without a name. */
    changedBy: p.text().nullable(),
    changedAt: p.datetime().defaultRaw('now()'),
  },
});
