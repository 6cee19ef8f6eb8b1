import { z } from 'zod';

/** Name of the request header that tells which version somebody saw. */
export const versionHeader = 'if-match';

/** Input of a write that takes no effect where somebody else was earlier: the version that was seen, as a strong tag. */
export const seenVersion = z.object({
  [versionHeader]: z
    .string()
    .regex(/^"[1-9][0-9]{0,8}"$/, { error: 'Geef de versie tussen aanhalingstekens, zoals "3".' })
    .describe('De versie die u zag, zoals die in `ETag` stond: `"3"`. Is er intussen een nieuwere, dan verandert er niets (412).'),
});

/** @returns the version that somebody saw */
export const versionIn = (headers: z.infer<typeof seenVersion>): number => Number(headers[versionHeader].slice(1, -1));

/** @returns the entity tag of a version */
export const tagOf = (version: number): string => `"${version}"`;
