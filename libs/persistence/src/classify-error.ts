import { types } from 'node:util';

/**
 * What a database error means for the work that met it:
 * `unavailable` – the server cannot be reached or is going down: wait, the work is not to blame;
 * `transient` – try the same again: deadlock, serialisation, lock or statement time-out, a race on a new key;
 * `other` – the work itself is at fault, or this is no database error.
 */
export type ErrorClass = 'unavailable' | 'transient' | 'other';

const unavailableStates = ['08', '25P03', '57P0', '53', '25006'];
const transientStates = ['40', '55P03', '57014', '23505', '55006'];
const unavailableCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const unavailableTexts = [
  /connection terminated/i,
  /timeout exceeded when trying to connect/i,
  /client has encountered a connection error/i,
  /client was closed/i,
  /driver has already been destroyed/i,
];
/** The SQLSTATE of PostgreSQL; libraries use other codes, such as an HTTP status. */
const sqlState = /^[0-9A-Z]{5}$/;

/** Looks through wrapped errors (`cause`, `previous`) for a PostgreSQL state or a socket error. */
export function classifyError(error: unknown): ErrorClass {
  for (const link of chainOf(error)) {
    const code = (link as { code?: unknown }).code;
    if (typeof code === 'string') {
      if (unavailableCodes.has(code) || isState(code, unavailableStates)) return 'unavailable';
      if (isState(code, transientStates)) return 'transient';
    }
    if (unavailableTexts.some((text) => text.test(link.message))) return 'unavailable';
  }
  return 'other';
}

function isState(code: string, states: readonly string[]): boolean {
  return sqlState.test(code) && states.some((state) => code.startsWith(state));
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let link: unknown = error;
  while (types.isNativeError(link) && chain.length < 8) {
    chain.push(link);
    const { cause, previous } = link as { cause?: unknown; previous?: unknown };
    link = cause ?? previous;
  }
  return chain;
}
