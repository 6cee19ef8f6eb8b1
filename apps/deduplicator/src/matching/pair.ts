import type { Duplicate, DuplicatePolicy, DuplicateVerdict, MatchClass } from '@gids/contracts';
import type { FieldMarks } from '@gids/normalisation';
import { classify } from './classify.js';
import { compare, type Comparison } from './compare.js';
import { isSameBuilding } from './compare-address.js';
import type { Rarity } from './rarity.js';
import { lapseOf, reasonsOf, type Sides, type Verdict } from './reasons.js';

/** What is kept of two organisations that may be one. */
export interface Pair {
  readonly score: number;
  /** What it is by itself. */
  readonly ownClass: MatchClass | undefined;
  /** What it is where one of both has a clearly better partner. */
  readonly demotedClass: MatchClass | undefined;
  readonly ruleName: boolean;
  readonly ruleAddress: boolean;
  readonly matchedOn: Duplicate['matchedOn'];
  readonly levels: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  /** A person's verdict, as long as it holds. */
  readonly verdict: DuplicateVerdict | undefined;
}

/** What a person said of a pair, and what is compared of it now. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly marks: { readonly imported: FieldMarks; readonly managed: FieldMarks };
}

/** What is known of both sides. */
export interface PairInput extends Sides {
  /** The managed one is a copy of the imported one. */
  readonly copied: boolean;
  readonly judgement: Judgement | undefined;
}

/** Compares an imported and a managed organisation. @returns undefined where they have nothing to do with each other */
export function pairOf(input: PairInput, rarity: Rarity): Pair | undefined {
  const { imported, managed, copied, judgement } = input;
  const comparison = compare(imported, managed, rarity);
  const schools = imported.family === 'SCHOOL' && managed.family === 'SCHOOL';
  const { own, demoted } = classify(comparison, copied, schools);
  if (!own) return undefined;
  const lapse = judgement && lapseOf(judgement.verdict, judgement.marks.imported, judgement.marks.managed);
  return {
    score: comparison.score,
    ownClass: own,
    demotedClass: demoted,
    ruleName: comparison.ruleName,
    ruleAddress: comparison.ruleAddress,
    matchedOn: groundsOf(comparison, copied),
    levels: levelsOf(comparison),
    reasons: [...(lapse ? [lapse] : []), ...reasonsOf(comparison, input, copied)],
    verdict: lapse ? undefined : judgement?.verdict.verdict,
  };
}

function groundsOf(comparison: Comparison, copied: boolean): Duplicate['matchedOn'] {
  const { address, name, phone, site, ruleAddress, ruleName, identity } = comparison;
  const grounds: Duplicate['matchedOn'] = [];
  if (identity || copied) grounds.push('IDENTITY');
  if (ruleAddress || isSameBuilding(address)) grounds.push('ADDRESS');
  if (ruleName || name === 'EQUAL' || name === 'TYPO' || name === 'MOST' || name === 'CONTAINED') grounds.push('NAME');
  if ([phone, site].some((level) => level === 'EQUAL' || level === 'SHARED_BY_FEW')) grounds.push('CONTACT');
  return grounds.length > 0 ? grounds : ['NAME'];
}

function levelsOf({ address, name, phone, site, kind }: Comparison): Record<string, string> {
  return { address, name, phone, site, kind };
}

const sameClasses: ReadonlySet<MatchClass> = new Set(['IDENTICAL', 'PROBABLE', 'POSSIBLE']);

/**
 * Whether a pair is a duplicate under a policy (DEDUPE 5.6): the literal one is the seed's rule, address or name,
 * and what looks the same besides; a person's verdict goes before both.
 */
export function countsUnder(
  policy: DuplicatePolicy,
  { ruleName, ruleAddress, verdict }: Pick<Pair, 'ruleName' | 'ruleAddress' | 'verdict'>,
  matchClass: MatchClass | undefined,
): boolean {
  if (verdict) return verdict === 'DUPLICATE';
  if (matchClass && sameClasses.has(matchClass)) return true;
  return policy === 'LITERAL' && (ruleName || ruleAddress);
}
