/**
 * Number of letters to insert, remove, replace or swap with their neighbour, as far as it is at most `limit`. Only the
 * cells of the table that can stay within the limit are computed.
 * @returns `limit + 1` where it is more
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const width = other.length + 1;
  let before: number[] = [];
  let previous: number[] = [];
  for (let at = 0; at < width; at += 1) previous.push(at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = nextRow(one, other, row, previous, before, limit);
    if (!current) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[other.length] ?? limit + 1, limit + 1);
}

/** @returns undefined where every cell is over the limit */
function nextRow(one: string, other: string, row: number, previous: readonly number[], before: readonly number[], limit: number): number[] | undefined {
  const first = Math.max(1, row - limit);
  const last = Math.min(other.length, row + limit);
  const over = limit + 1;
  const current: number[] = [];
  let least = first === 1 ? row : over;
  current[first - 1] = least;
  for (let at = first; at <= last; at += 1) {
    const same = one.charCodeAt(row - 1) === other.charCodeAt(at - 1);
    const replaced = (previous[at - 1] ?? over) + (same ? 0 : 1);
    const cost = Math.min((previous[at] ?? over) + 1, (current[at - 1] ?? over) + 1, replaced, isSwap(one, other, row, at) ? (before[at - 2] ?? over) + 1 : over);
    current[at] = cost;
    least = Math.min(least, cost);
  }
  return least > limit ? undefined : current;
}

/** The last two letters of both beginnings are each other's mirror. */
function isSwap(one: string, other: string, row: number, at: number): boolean {
  return row > 1 && at > 1 && one.charCodeAt(row - 1) === other.charCodeAt(at - 2) && one.charCodeAt(row - 2) === other.charCodeAt(at - 1);
}
