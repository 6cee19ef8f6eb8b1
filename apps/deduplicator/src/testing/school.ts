import type { Address, OrganisationContent } from '@gids/contracts';

/** A school on some address, for tests. */
export function school(name: string, address?: Partial<Address>): OrganisationContent {
  const visitAddress = address && { street: 'Proefstraat', town: 'Nietap', ...address };
  return { kind: 'PRIMARY_SCHOOL', name, identifiers: [], attributes: {}, ...(visitAddress && { visitAddress }) };
}
