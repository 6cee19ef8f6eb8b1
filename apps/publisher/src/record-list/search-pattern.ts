import { fold } from '@gids/normalisation';

/**
 * A LIKE pattern for folded text (escape sign `!`): contains the text, or, where it has a `*` (any signs) or `?` (any one
 * sign), is as it says from begin to end (API-32 of the NL API design rules).
 */
export function searchPattern(text: string): string {
  const escaped = fold(text).replace(/[!%_]/g, '!$&');
  if (!/[*?]/.test(escaped)) return `%${escaped}%`;
  return escaped.replaceAll('*', '%').replaceAll('?', '_');
}
