import { hash } from 'node:crypto';
import type { OrganisationContent, ProductContent } from '@gids/contracts';

/** @returns a hash that is equal exactly where two contents say the same, whatever the order of their fields */
export function contentHash(content: OrganisationContent | ProductContent): string {
  return hash('sha256', JSON.stringify(sorted(content)), 'base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
