import { createHash, randomBytes } from 'node:crypto';

/** Shows where a machine token comes from when it turns up in the wrong place. */
const machineTokenPrefix = 'gids_';

/** @returns 256 random bits, safe in a URL, a header and a cookie */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function createMachineToken(): string {
  return `${machineTokenPrefix}${createSecret()}`;
}

/** @returns whether a text has the form of a machine token */
export function isMachineToken(value: string): boolean {
  return /^gids_[\w-]{43}$/.test(value);
}

/** @returns the only form in which a secret is stored; one of 256 random bits needs no slow hash */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
