import type { IncomingMessage } from 'node:http';
import type { Caller } from '../sign-in/caller.js';
import type { Operation } from './operation.js';

/** A request on its way through the door, with what was found out about it. */
export interface DoorRequest extends IncomingMessage {
  readonly originalUrl: string;
  readonly params: Readonly<Record<string, string>>;
  /** Address of the client, seen through as many proxies as are trusted. */
  readonly ip?: string;
  correlationId: string;
  /** Absent where nobody signed in, on a public route. */
  caller?: Caller;
  /** What is asked for; set by the first guard. */
  operation?: Operation;
  /** Set once the input is checked. */
  input?: unknown;
  /** Id of the entry in the audit log that this request has. */
  auditEntry?: string;
  /** Account that this request signed in. */
  signedIn?: string;
}
