import type { OrganisationContent } from '@gids/contracts';
import { addressKey, nameKey } from '@gids/normalisation';

/** The keys by which organisations are compared; an absent key never matches (R43). */
export interface MatchKeys {
  readonly nameKey: string | undefined;
  readonly addressKey: string | undefined;
}

/** Keys of an organisation: the whole name, and the address that is visited (A28, N29). */
export function matchKeysOf({ name, visitAddress }: OrganisationContent): MatchKeys {
  return { nameKey: nameKey(name), addressKey: visitAddress && addressKey(visitAddress) };
}
