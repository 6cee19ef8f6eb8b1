import { defineEntity, p } from '@mikro-orm/core';

/** A person as the gateway last told of him: whom one can appoint. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    /** Name of the account. */
    account: p.text().primary(),
    /** Of what was told; an older state that arrives later changes nothing. */
    version: p.integer(),
    /** False where the account is blocked. */
    active: p.boolean(),
    systemAdministrator: p.boolean(),
  },
});

/** What somebody is at an organisation that people manage; nobody is anything at what an import holds (R11). */
export const OrganisationRole = defineEntity({
  name: 'OrganisationRole',
  tableName: 'organisation_role',
  properties: {
    gidsId: p.bigint().primary().autoincrement(false),
    account: p.text().primary(),
    role: p.text().primary(),
    appointedBy: p.text(),
    appointedAt: p.datetime(),
  },
});
