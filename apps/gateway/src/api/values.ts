import { z } from 'zod';

/** Text of a person: no control characters and no half surrogates, which PostgreSQL refuses (RELIABILITY c3-85). */
const written = (maximum: number, refused: RegExp) =>
  z
    .string()
    .max(maximum)
    .refine((value) => value.isWellFormed() && !refused.test(value), { error: 'De tekst bevat tekens die niet mogen.' });

// eslint-disable-next-line no-control-regex -- exactly the characters that are refused
const controlCharacters = /[\u0000-\u001f\u007f]/;
// eslint-disable-next-line no-control-regex -- the same but tabs and line ends
const controlCharactersWithinLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line of a person, without control characters. */
export const text = (maximum: number) => written(maximum, controlCharacters).min(1);

/** One line of a person that may not be blank; the blanks around it are left out. */
export const trimmedText = (maximum: number) => written(maximum, controlCharacters).trim().min(1);

/** Text of a person over as many lines as wanted; empty is a text too. */
export const lines = (maximum: number) => written(maximum, controlCharactersWithinLines);

/** A whole number in a query or a path: digits only. */
export function digits(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^[0-9]{1,15}$/, { error: 'Geef een geheel getal, met alleen cijfers.' })
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum));
}

/** `true` or `false` in a query or a form. */
export const flag = () => z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' });

/** Several values in one parameter, with commas between them. */
export function commaList<Item extends z.ZodType<unknown, string>>(item: Item, maximum = 20) {
  return z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(item).min(1).max(maximum));
}

const slug = (hint: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: hint })
    .max(40);

/** Id of a source, such as `duo-po`. */
export const sourceIdSchema = slug('Geef de id van een importbron, zoals duo-po.').meta({ description: 'Id van de importbron.', examples: ['duo-po'] });

const largestId = 2_147_483_647;

/** An id of ours in a path or a query. */
export const idInPath = (description: string) => digits(1, largestId).describe(description);

/** A G!DS-ID in a body. */
export const gidsIdInBody = (description: string) => z.int().min(1).max(largestId).describe(description);

/** Id of an import, such as `duo`. */
export const importIdSchema = slug('Geef de id van een import, zoals duo.').meta({ description: 'Id van de import.', examples: ['duo'] });

/** A time of the clock where one is, such as 09:30 (N10). */
export const timeOfDay = (description: string) =>
  z
    .string()
    .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, { error: 'Geef een tijd, zoals 09:30.' })
    .meta({ description, format: 'time-local' });

/** A moment in the API: RFC 3339 in UTC (N10). */
export const moment = (description: string) => z.iso.datetime().describe(description);
