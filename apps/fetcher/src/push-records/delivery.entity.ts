import { defineEntity, p } from '@mikro-orm/core';

/** Records of a source that a script brings in parts (R6). */
export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  indexes: [{ properties: ['sourceId'] }],
  properties: {
    id: p.uuid().primary(),
    sourceId: p.text(),
    fullRun: p.boolean(),
    requestedBy: p.text(),
    openedAt: p.datetime(),
    /** When something of it last arrived: one that nobody goes on with is forgotten. */
    touchedAt: p.datetime(),
    /** Records of all parts, kept when the parts are gone. */
    records: p.integer().default(0),
    parts: p.integer().default(0),
    /** The run that it became; its id is that of the delivery. */
    runId: p.uuid().nullable(),
  },
});

/** One part, as lines of the file that the delivery becomes. */
export const DeliveryPart = defineEntity({
  name: 'DeliveryPart',
  tableName: 'delivery_part',
  properties: { deliveryId: p.uuid().primary(), part: p.integer().primary(), lines: p.text(), records: p.integer() },
});
