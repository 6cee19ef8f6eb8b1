import type { Actor } from '@gids/contracts';

/** What somebody may, as it is stored at the moment of the request: it takes effect at the next one (R78). */
export interface Rights {
  readonly systemAdministrator: boolean;
  /** Imports of which the caller has the importrecht. */
  readonly importRights: readonly string[];
}

/** Who is asking, and how that was shown. */
export type Caller = AccountCaller | TokenCaller | KeyCaller;

/** A person with a session. */
export interface AccountCaller extends Rights {
  readonly kind: 'account';
  readonly name: string;
  /** Whether the password was made by somebody else, and a new one must come first. */
  readonly mustChangePassword: boolean;
  /** Hash of the session's token. */
  readonly session: string;
  readonly expiresAt: Date;
}

/** The command line of the administrator, with the machine token of this installation: it acts as a person. */
export interface TokenCaller extends Rights {
  readonly kind: 'token';
  readonly name: string;
}

/** A script with an API key: it brings the data of one import (R78). */
export interface KeyCaller extends Rights {
  readonly kind: 'key';
  readonly name: string;
}

/** @returns who asks, as a service is told */
export function actorOf({ kind, name, systemAdministrator, importRights }: Caller): Actor {
  return { kind: kind === 'key' ? 'SCRIPT' : 'PERSON', name, systemAdministrator, importRights: [...importRights] };
}
