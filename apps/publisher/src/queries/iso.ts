/** @returns a timestamp of the database as RFC 3339 in UTC */
export function iso(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
