import { z } from 'zod';

const anywhere = 'https://gids.example';

/** @returns whether a text is a path of our own pages: a link never leads from here to another website */
export function isOwnPath(value: string): boolean {
  return value.startsWith('/') && URL.canParse(value, anywhere) && new URL(value, anywhere).origin === anywhere;
}

/** Where to go after signing in. */
export const returnPath = z
  .string()
  .max(500)
  .refine(isOwnPath, { error: 'Geef een pad van deze website, zoals /importbeheer.' })
  .default('/')
  .describe('Het pad waar de browser na het aanmelden heen gaat.');
