import { defineEntity, p } from '@mikro-orm/core';

/** A vanished record that seems to go on under another bronID of the same source. */
export const Renumbering = defineEntity({
  name: 'Renumbering',
  tableName: 'renumbering',
  properties: {
    /** The record that vanished. */
    recordId: p.bigint().primary().autoincrement(false),
    /** The new bronID; its record may still be on its way. */
    successor: p.text().collation('C'),
    proposedAt: p.datetime(),
  },
});
