import type { Role } from '../api/session.js';

/** Who is asking, and how that was shown. */
export type Caller = AccountCaller | TokenCaller;

/** A person with a session. */
export interface AccountCaller {
  readonly kind: 'account';
  readonly name: string;
  readonly role: Role;
  /** Hash of the session's token. */
  readonly session: string;
  readonly expiresAt: Date;
}

/** A program with a machine token. */
export interface TokenCaller {
  readonly kind: 'token';
  readonly name: string;
  readonly role: Role;
}
