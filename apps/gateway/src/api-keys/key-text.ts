import { randomBytes } from 'node:crypto';
import { createSecret } from '../sign-in/secret.js';

/** The form of a key: a part that may be seen, and 256 random bits that may not (RELIABILITY e9). */
const form = /^(imp_live_[0-9a-f]{10})_[\w-]{43}$/;
const visibleBytes = 5;

/** @returns a new key, and the part of it by which people and the database recognise it */
export function createKeyText(): { key: string; prefix: string } {
  const prefix = `imp_live_${randomBytes(visibleBytes).toString('hex')}`;
  return { key: `${prefix}_${createSecret()}`, prefix };
}

/** @returns the visible part of a key, or undefined where a text has not the form of one */
export function prefixOf(key: string): string | undefined {
  return form.exec(key)?.[1];
}
