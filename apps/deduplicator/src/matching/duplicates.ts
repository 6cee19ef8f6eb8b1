import { matchClasses, type Duplicate, type DuplicatePolicy } from '@gids/contracts';
import { countsUnder, type Pair } from './pair.js';

/** A pair with what is shown of its managed side. */
export interface FoundPair extends Pair {
  readonly gidsId: number;
  readonly name: string;
  readonly town: string | undefined;
  readonly visible: boolean;
  /** One of both has a clearly better partner. */
  readonly demoted: boolean;
}

/** Duplicates that are told of one record at most; the publisher says how many there are besides. */
const mostCarried = 25;
/** Namesakes elsewhere that decide nothing: one line is enough for them (DEDUPE 5.7). */
const mostNamesakes = 3;

/**
 * The duplicates of one record as they are told: visible ones that count first, for they decide, then the surest.
 * The cap takes away no pair that decides, as long as one that decides is left.
 */
export function duplicatesOf(pairs: readonly FoundPair[], policy: DuplicatePolicy): Duplicate[] {
  const sorted = pairs.flatMap((pair) => duplicateOf(pair, policy)).sort(byWeight);
  let namesakes = 0;
  const kept = sorted.filter((one) => decides(one) || one.class !== 'SAME_NAME_ELSEWHERE' || (namesakes += 1) <= mostNamesakes);
  return kept.slice(0, mostCarried);
}

function duplicateOf(pair: FoundPair, policy: DuplicatePolicy): Duplicate[] {
  const matchClass = pair.demoted ? pair.demotedClass : pair.ownClass;
  if (!matchClass) return [];
  const { gidsId, name, town, visible, matchedOn, score, verdict } = pair;
  return [
    {
      gidsId,
      name,
      visible,
      matchedOn,
      class: matchClass,
      score,
      counts: countsUnder(policy, pair, matchClass),
      reasons: [...pair.reasons],
      ...(town !== undefined && { town }),
      ...(verdict && { verdict }),
    },
  ];
}

const decides = ({ visible, counts }: Duplicate): boolean => visible && counts;
const rankOf = (one: Duplicate): number => matchClasses.indexOf(one.class);

function byWeight(a: Duplicate, b: Duplicate): number {
  return (
    Number(decides(b)) - Number(decides(a)) ||
    Number(b.visible) - Number(a.visible) ||
    Number(b.counts) - Number(a.counts) ||
    rankOf(a) - rankOf(b) ||
    b.score - a.score ||
    a.gidsId - b.gidsId
  );
}
