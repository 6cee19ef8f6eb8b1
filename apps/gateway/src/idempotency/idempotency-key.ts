import { z } from 'zod';

/** Name of the request header by which a repeat is known. */
export const idempotencyHeader = 'idempotency-key';

/** A UUID that whoever asks makes himself, with or without quotes around it. */
export const idempotencyKey = (description: string) =>
  z
    .string()
    .transform((value) => value.replace(/^"(.*)"$/, '$1'))
    .pipe(z.uuid())
    .describe(description)
    .optional();

/** Input of an operation that makes something: with a key, a repeat makes nothing new. */
export const repeatable = z.object({
  [idempotencyHeader]: idempotencyKey(
    'Een UUID die u zelf maakt: wie binnen een dag met dezelfde sleutel hetzelfde vraagt, krijgt hetzelfde antwoord, en er wordt niets nieuws gemaakt.',
  ),
});
