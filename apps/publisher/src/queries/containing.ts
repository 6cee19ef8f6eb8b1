import { fold } from '@gids/normalisation';

/** @returns a LIKE pattern for folded text that contains this text, whatever signs it holds */
export function containing(text: string): string {
  return `%${fold(text).replace(/[!%_]/g, '!$&')}%`;
}
