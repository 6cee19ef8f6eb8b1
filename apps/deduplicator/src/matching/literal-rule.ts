import type { Address, Duplicate, OrganisationContent } from '@gids/contracts';
import { matchKeysOf, type MatchKeys } from './match-keys.js';

/** An organisation of the directory that shares a key. */
export interface Candidate extends MatchKeys {
  readonly gidsId: number;
  readonly name: string;
  readonly town: string | undefined;
  readonly visible: boolean;
}

/**
 * The seed's rule to the letter: another organisation on the same address, or one with the same name,
 * anywhere (S2:62, R43; policy LITERAL). Visible ones first, then by G!DS-ID.
 */
export function findDuplicates(organisation: OrganisationContent, candidates: readonly Candidate[]): Duplicate[] {
  const keys = matchKeysOf(organisation);
  return candidates
    .flatMap((candidate) => compare(organisation, keys, candidate))
    .sort((a, b) => Number(b.visible) - Number(a.visible) || a.gidsId - b.gidsId);
}

function compare({ visitAddress }: OrganisationContent, keys: MatchKeys, candidate: Candidate): Duplicate[] {
  const sameAddress = keys.addressKey !== undefined && keys.addressKey === candidate.addressKey;
  const sameName = keys.nameKey !== undefined && keys.nameKey === candidate.nameKey;
  if (!sameAddress && !sameName) return [];
  const { gidsId, name, town, visible } = candidate;
  return [
    {
      gidsId,
      name,
      visible,
      matchedOn: [...(sameAddress ? (['ADDRESS'] as const) : []), ...(sameName ? (['NAME'] as const) : [])],
      reasons: [...(sameAddress && visitAddress ? [`Zelfde adres (${shortForm(visitAddress)})`] : []), ...(sameName ? ['Zelfde naam'] : [])],
      ...(town !== undefined && { town }),
    },
  ];
}

/** Postcode and number, written as the BAG does: `7822HG 58A-2`. */
function shortForm({ postcode, houseNumber, houseLetter = '', houseNumberAddition }: Address): string {
  return `${postcode} ${houseNumber}${houseLetter}${houseNumberAddition === undefined ? '' : `-${houseNumberAddition}`}`;
}
