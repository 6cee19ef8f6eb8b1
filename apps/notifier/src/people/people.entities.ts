import { defineEntity, p } from '@mikro-orm/core';

/** A person to write to; kept from what the gateway tells. */
export const PersonRow = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  properties: {
    account: p.text().primary(),
    version: p.integer(),
    email: p.text().nullable(),
    active: p.boolean(),
    systemAdministrator: p.boolean(),
    importRights: p.json<string[]>(),
  },
});

/** Who manages an organisation; kept from what the publisher tells. */
export const OrganisationPeopleRow = defineEntity({
  name: 'OrganisationPeopleRow',
  tableName: 'organisation_people',
  properties: {
    gidsId: p.integer().primary().autoincrement(false),
    version: p.integer(),
    name: p.text(),
    accountManager: p.text().nullable(),
    editors: p.json<string[]>(),
  },
});
