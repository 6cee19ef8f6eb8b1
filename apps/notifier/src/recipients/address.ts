import { z } from 'zod';

const longestLocalPart = 64;

/**
 * A plain mail address and nothing else: no display name, quotes, comments, lists or line ends, which would
 * let a value from a setting or a record send the mail elsewhere (RELIABILITY §0 fact 11). At most 254
 * characters (RFC 5321 4.5.3.1). The domain is made lower case.
 */
export const addressSchema = z
  .email({ error: ({ input }) => `${JSON.stringify(input)} is geen gewoon e-mailadres zoals naam@voorbeeld.nl` })
  .max(254, { error: 'Een e-mailadres telt hoogstens 254 tekens' })
  .refine((address) => address.indexOf('@') <= longestLocalPart, { error: `Voor de @ staan hoogstens ${longestLocalPart} tekens` })
  .transform(withLowerCaseDomain)
  .brand<'Address'>();

/** A text that `addressSchema` has let through. */
export type Address = z.output<typeof addressSchema>;

/** @returns the part after the `@` of a checked address. */
export function domainOf(address: Address): string {
  return address.slice(address.indexOf('@') + 1);
}

function withLowerCaseDomain(address: string): string {
  const at = address.indexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
