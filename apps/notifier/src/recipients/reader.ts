import type { Address } from './address.js';

/** Somebody who is told something: a person with an account, or an address from the settings that several may read. */
export interface Reader {
  readonly key: string;
  /** Absent where he has no e-mail: he finds it in his inbox of messages. */
  readonly address?: Address;
  /** Why he is told, as the end of `U krijgt dit bericht omdat …`. */
  readonly because: string;
}

/** @returns what a person is known by among readers, apart from every address */
export function readerKey(account: string): string {
  return `account:${account}`;
}
