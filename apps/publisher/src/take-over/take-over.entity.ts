import { defineEntity, p } from '@mikro-orm/core';

/**
 * What the organisation that an imported one is linked to takes over of its products (R59, R73). Kept by the G!DS-ID of
 * the provider, which stays the same whatever record stands for it.
 */
export const TakeOver = defineEntity({
  name: 'TakeOver',
  tableName: 'take_over',
  properties: {
    providerGidsId: p.bigint().primary().autoincrement(false),
    /** ALL or SELECTION; nothing taken over is no row. */
    mode: p.text(),
    /** With SELECTION: which. */
    productGidsIds: p.array().columnType('bigint[]'),
  },
});
