import { defineEntity, p } from '@mikro-orm/core';

/** A view of the list of import records that a person keeps under a name (SCREENS §3.2). */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  uniques: [{ properties: ['owner', 'name'] }],
  properties: {
    id: p.uuid().primary(),
    /** Name of the account. */
    owner: p.text(),
    name: p.text(),
    /** Filter, order and columns as the API takes them. */
    view: p.json(),
    version: p.integer().default(1),
    changedAt: p.datetime(),
  },
});
