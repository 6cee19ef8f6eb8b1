import type { PayloadOf, ReplyOf, RequestDefinition } from '@gids/contracts';
import type { z } from 'zod';
import type { Group } from '../rights/access.js';
import type { Caller } from '../sign-in/caller.js';
import type { FaultName } from './faults.js';

/** Asks a service in the name of the caller: the service that owns an object judges the right to it. */
export type Ask = <Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>) => Promise<ReplyOf<Definition>>;

/** Who calls, and how a service is asked for him. */
export interface SoapCall {
  readonly caller: Caller;
  readonly ask: Ask;
}

/** One function of the seed (S2:106-112): what is read, what is answered and what the WSDL says of it come from here. */
export interface SoapOperation<In extends z.ZodObject = z.ZodObject, Out extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly documentation: string;
  readonly input: In;
  readonly output: Out;
  /** What it may refuse, beside input that is wrong. */
  readonly faults: readonly FaultName[];
  /** Who may call it at all; whether he may touch one record is for the service that owns it (RELIABILITY e1, e2). */
  readonly groups: readonly Group[];
  /** Changes nothing, so that the audit log need not keep it. */
  readonly reads?: true;
  perform(input: z.output<In>, call: SoapCall): Promise<z.input<Out>>;
}

/** Declares an operation; a helper only for its types. */
export function defineSoapOperation<In extends z.ZodObject, Out extends z.ZodObject>(operation: SoapOperation<In, Out>): SoapOperation<In, Out> {
  return operation;
}
