import { z } from 'zod';

/** Text of a person: no control characters and no half surrogates, which PostgreSQL refuses (RELIABILITY c3-85). */
export function text(maximum: number) {
  return z
    .string()
    .min(1)
    .max(maximum)
    // eslint-disable-next-line no-control-regex -- exactly the characters that are refused
    .refine((value) => value.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(value), { error: 'De tekst bevat tekens die niet mogen.' });
}

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

/** Id of an import, such as `duo`. */
export const importIdSchema = slug('Geef de id van een import, zoals duo.').meta({ description: 'Id van de import.', examples: ['duo'] });

/** A moment in the API: RFC 3339 in UTC (N10). */
export const moment = (description: string) => z.iso.datetime().describe(description);
