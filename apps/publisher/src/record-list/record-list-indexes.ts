/** With its properties as they are, not as any text: the entity checks them. */
const index = <Property extends string>(name: string, ...properties: Property[]) => ({ name, properties });

const name = { name: 'name', collation: 'nl-x-icu' };
const ties = [{ name: 'recordId' }, { name: 'id' }];

/** Indexes of `ImportRecord` for the orders of its list; each ends with what breaks ties (R85, R86). */
export const recordListIndexes = [
  { ...index('import_record_by_name', 'name', 'recordId', 'id'), columns: [name, ...ties] },
  { ...index('import_record_by_status', 'status', 'name', 'recordId', 'id'), columns: [{ name: 'status' }, name, ...ties] },
  { ...index('import_record_by_action', 'publicationAction', 'name', 'recordId', 'id'), columns: [{ name: 'publicationAction' }, name, ...ties] },
  index('import_record_by_record_id', 'recordId', 'id'),
  index('import_record_by_change', 'changedAt', 'recordId', 'id'),
  index('import_record_by_run', 'lastRunId'),
];
