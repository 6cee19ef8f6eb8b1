import type { MatchClass } from '@gids/contracts';
import { isSameBuilding } from './compare-address.js';
import type { Comparison } from './compare.js';

/** What a pair is by itself, and what it is where one of both has a clearly better partner. */
export interface Classification {
  /** Absent where the two have nothing to do with each other. */
  readonly own: MatchClass | undefined;
  readonly demoted: MatchClass | undefined;
}

/** Lowest scores of the classes (DEDUPE 5.5). */
const thresholds = { identical: 17, probable: 10, possible: 6, possibleInBuilding: 4 } as const;
/** How much better the partner must be before a neighbour is seen for what it is (DEDUPE 5.4). */
export const demotionMargin = 4;

/** Tells what a pair is from how it compares. */
export function classify(comparison: Comparison, copied: boolean, schools: boolean): Classification {
  if (copied || comparison.identity) return { own: 'IDENTICAL', demoted: 'IDENTICAL' };
  const rest = lesserClass(comparison);
  const own = sameClass(comparison, schools) ?? rest;
  return { own, demoted: mayBeNeighbour(comparison) && own !== 'IDENTICAL' ? rest : own };
}

function sameClass(comparison: Comparison, schools: boolean): MatchClass | undefined {
  const { score, address, ruleName, ruleAddress } = comparison;
  if (isVetoed(comparison)) return undefined;
  if (isCertain(comparison) && (score >= thresholds.identical || (ruleName && ruleAddress))) return 'IDENTICAL';
  if (score >= thresholds.probable) return 'PROBABLE';
  return score >= (schools && isSameBuilding(address) ? thresholds.possibleInBuilding : thresholds.possible) ? 'POSSIBLE' : undefined;
}

/** A school and the childcare in it often share name and address: only a shared phone makes them one (DEDUPE 9.1). */
function isVetoed({ kind, phone }: Comparison): boolean {
  return kind === 'CLASH' && phone !== 'EQUAL' && phone !== 'SHARED_BY_FEW';
}

/** Name and address equal and no contact data that differ (A28); enrichment on one side does not break it. */
function isCertain({ address, name, phone, site, kind }: Comparison): boolean {
  const contactDiffers = phone === 'DIFFERENT' || (site === 'DIFFERENT' && phone !== 'EQUAL');
  return (name === 'EQUAL' || name === 'GENERIC') && kind !== 'CLASH' && (address === 'SAME' || address === 'SUFFIX_MISSING') && !contactDiffers;
}

function lesserClass({ address, name, ruleName, ruleAddress }: Comparison): MatchClass | undefined {
  if (isSameBuilding(address) || ruleAddress) return 'SAME_BUILDING';
  return ruleName || name === 'EQUAL' ? 'SAME_NAME_ELSEWHERE' : undefined;
}

/** Whatever it shares besides, a pair that differs in building or in name is not the twin where the twin is known. */
function mayBeNeighbour({ address, name, part }: Comparison): boolean {
  const nameAgrees = name === 'EQUAL' || name === 'TYPO' || name === 'MOST' || name === 'CONTAINED';
  const placeAgrees = isSameBuilding(address) || address === 'MISSING' || address === 'MISSING_POST_SAME';
  return !part && !(placeAgrees && nameAgrees);
}
