import { countDuplicates, type DigestContent, type EarlierRun } from './digest-content.js';

/** Counts that ask for a look, and that stay what they are while nobody looks. */
const standing = ['conversionErrors', 'validationErrors', 'rejected'] as const;

/**
 * Whether there is something to do that was not there at the run before: a new duplicate, a signal, messages set aside,
 * or other errors or another work list than then. The same run again is no news (R74: 0 messages).
 */
export function hasNews(content: DigestContent, earlier: EarlierRun): boolean {
  return countDuplicates(content) > 0 || content.signals.length > 0 || hasNewErrors(content, earlier) || hasOtherRound(content, earlier);
}

function hasNewErrors({ run }: DigestContent, { run: before }: EarlierRun): boolean {
  if (!run) return false;
  const { counts } = run.data;
  return counts.setAside > 0 || standing.some((name) => counts[name] > 0 && counts[name] !== before?.counts[name]);
}

function hasOtherRound({ round }: DigestContent, { round: before }: EarlierRun): boolean {
  if (!round) return false;
  const countsOf = (reasons: typeof round.reasons) => JSON.stringify(reasons.map(({ reason, count }) => `${reason} ${count}`).sort());
  return !before || before.total !== round.total || countsOf(before.reasons) !== countsOf(round.reasons);
}
