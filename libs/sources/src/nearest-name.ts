import { fold } from '@gids/normalisation';

/** Of a name's length, how much may differ before two names count as unrelated. */
const tolerance = 0.4;

/**
 * The candidate that looks most like a name, to put in a message ("did you mean").
 * @returns undefined when none looks like it
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = lettersOf(name);
  const scored = candidates.map((candidate) => ({ candidate, edits: editDistance(wanted, lettersOf(candidate)) }));
  const [best] = scored.sort((a, b) => a.edits - b.edits);
  return best && best.edits <= wanted.length * tolerance ? best.candidate : undefined;
}

function lettersOf(name: string): string {
  return fold(name).replace(/[^a-z0-9]+/g, '').slice(0, 60);
}

/** Levenshtein distance, one row of the table at a time. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, otherLetter] of [...other].entries()) {
      const replaced = (row[j] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
