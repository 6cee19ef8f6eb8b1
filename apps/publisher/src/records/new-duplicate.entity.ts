import { defineEntity, p } from '@mikro-orm/core';

/** A duplicate that a run found new, until the end of the run tells of it (R74). */
export const NewDuplicate = defineEntity({
  name: 'NewDuplicate',
  tableName: 'new_duplicate',
  properties: {
    sourceId: p.text().primary(),
    /** The import record. */
    recordId: p.bigint().primary(),
    /** The managed organisation. */
    gidsId: p.bigint().primary(),
  },
});
