import { CommandFailed } from '../exit-code.js';

/** No answer came: nothing listens there, the connection broke or it took too long. Trying again may help. */
export class GatewayUnreachable extends CommandFailed {}

/** What `fetch` and `node:http` throw, as far as it says anything. */
interface ConnectionFailure {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  /** `fetch` hides the reason one level down. */
  readonly cause?: ConnectionFailure;
  /** A name with two addresses fails twice. */
  readonly errors?: readonly ConnectionFailure[];
}

/** @returns the sentence for a request that `fetch` or `node:http` gave up on */
export function unreachable(error: unknown, address: URL): GatewayUnreachable {
  return new GatewayUnreachable(
    `De gateway op ${address.origin} is niet bereikbaar (${reasonOf(error as ConnectionFailure)}). ` +
      'Start G!DS import met "npm start", of geef met --url het adres waarop de gateway draait.',
  );
}

function reasonOf({ name, message, code, cause, errors }: ConnectionFailure): string {
  if (name === 'TimeoutError') return 'geen antwoord binnen de tijd';
  const deeper = errors?.[0] ?? cause;
  return code || (deeper ? reasonOf(deeper) : (message ?? 'onbekende oorzaak'));
}
