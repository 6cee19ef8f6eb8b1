import type { DataOf, OrganisationPeopleChanged, PersonChanged } from '@gids/contracts';

/** A person as the gateway last told of him. */
export type Person = DataOf<typeof PersonChanged>;

/** Who manages an organisation, as the publisher last told. */
export type OrganisationPeople = DataOf<typeof OrganisationPeopleChanged>;
