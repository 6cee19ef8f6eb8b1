import { defineEntity, p } from '@mikro-orm/core';

/** The contract of an organisation: the one place that says under which organisation it stands (G9, R9). */
export const Contract = defineEntity({
  name: 'Contract',
  tableName: 'contract',
  indexes: [{ properties: ['parentGidsId'] }],
  properties: {
    gidsId: p.bigint().primary().autoincrement(false),
    parentGidsId: p.bigint().nullable(),
    accountManager: p.text(),
    /** Weeks; null is INFINITE, for what an import brings and for that only (R94). */
    controlTerm: p.integer().nullable(),
    notifyEditors: p.boolean(),
    /** When somebody last said that the data are right; nobody says so of what is imported (G16). */
    checkedAt: p.datetime().nullable(),
  },
});
