/** The middle value (of an even number: the mean of the two in the middle); throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('Van niets is geen mediaan te geven.');
  return (upper + lower) / 2;
}
