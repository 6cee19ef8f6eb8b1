import { z } from 'zod';
import { organisationKinds } from './vocabulary/organisation-kind.js';

/**
 * An address split the way the BAG splits it (N27). A P.O. box is `street: 'Postbus'`
 * with its number in `houseNumber`; it never takes part in matching (N29).
 */
export const addressSchema = z.strictObject({
  street: z.string().min(1).max(200),
  houseNumber: z.int().positive().optional(),
  houseLetter: z.string().regex(/^[A-Z]$/).optional(),
  houseNumberAddition: z.string().min(1).max(20).optional(),
  postcode: z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/).optional(),
  town: z.string().min(1).max(200),
});
export type Address = z.infer<typeof addressSchema>;

/** Schemes of the numbers that other registers give an organisation (N20). */
export const identifierSchemes = ['BRIN', 'VESTIGING', 'LRK', 'KVK', 'BAG'] as const;

export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const timeOfDay = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/);

/** One stretch of opening hours, local time (G6, N10). */
export const openingHoursSchema = z.strictObject({ day: z.enum(weekdays), opens: timeOfDay, closes: timeOfDay });
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** What the directory says of one organisation: the same shape whether imported or managed. */
export const organisationContentSchema = z.strictObject({
  kind: z.enum(organisationKinds),
  name: z.string().min(1).max(500),
  visitAddress: addressSchema.optional(),
  postalAddress: addressSchema.optional(),
  /** Ten digits, Dutch national form: `0591659840`. */
  phone: z.string().regex(/^0[0-9]{9}$/).optional(),
  email: z.string().max(254).optional(),
  /** Absolute http(s) address. */
  website: z.string().max(500).optional(),
  openingHours: z.array(openingHoursSchema).max(50).optional(),
  description: z.string().max(10_000).optional(),
  identifiers: z.array(z.strictObject({ scheme: z.enum(identifierSchemes), value: z.string().min(1).max(40) })),
  /** Fields that belong to the kind only, such as `denomination` or `capacity`. */
  attributes: z.record(z.string(), z.string().max(500)),
});
export type OrganisationContent = z.infer<typeof organisationContentSchema>;

/**
 * Something that is wrong with one field of one record. An `error` hides the record,
 * a `warning` is told and the value left out (decision "Optional values", R26).
 */
export const issueSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** Machine code in lowerCamelCase, such as `unknownValue`. */
  code: z.string().min(1).max(60),
  /** Name of the column or field as the source writes it. */
  field: z.string().max(120),
  /** The offending value, cut to 200 characters; empty where the field is missing. */
  value: z.string().max(200),
  /** One Dutch sentence for the import manager. */
  message: z.string().min(1).max(500),
});
export type Issue = z.infer<typeof issueSchema>;
