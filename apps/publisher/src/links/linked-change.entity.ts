import { defineEntity, p } from '@mikro-orm/core';

/** How the source last changed a field of a record while it was linked, as people read it (R58). */
export const LinkedChange = defineEntity({
  name: 'LinkedChange',
  tableName: 'linked_change',
  properties: {
    /** The import record. */
    recordId: p.bigint().primary(),
    /** Name of the field in the content. */
    field: p.text().primary(),
    before: p.text().nullable(),
    after: p.text().nullable(),
    at: p.datetime(),
  },
});
