import type { Command } from 'commander';
import type { ExitCode } from '../exit-code.js';
import type { GatewayClient } from '../gateway/gateway-client.js';
import type { Output } from '../terminal/output.js';

/** What a command works with. */
export interface Session {
  readonly gateway: GatewayClient;
  readonly output: Output;
  /** Turns a path as the user typed it into a whole path. */
  readonly pathOf: (typed: string) => string;
}

/** Does the work of one command; arguments and options come as commander read them. */
export type Act<Given extends unknown[]> = (session: Session, ...given: Given) => Promise<ExitCode>;

/** Makes a commander action out of the work of a command. */
export type Acting = <Given extends unknown[]>(act: Act<Given>) => (...given: [...Given, Command]) => Promise<void>;
