/** @returns a timestamp of the database, which comes as its text, as the contracts write it */
export function iso(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
