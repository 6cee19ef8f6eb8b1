import type { z } from 'zod';
import type { ServiceName } from './service.js';

/** A command or query of the gateway, answered within a time limit. */
export interface RequestDefinition<
  Name extends string = string,
  Payload extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** Verb + noun. */
  readonly name: Name;
  readonly summary: string;
  /** Who answers; `every service` for what each does for itself (dead letters). */
  readonly service: ServiceName | 'every service';
  readonly payload: Payload;
  readonly reply: Reply;
  readonly example: z.infer<Payload>;
}

/** Declares a request; a helper only for its types. */
export function defineRequest<Name extends string, Payload extends z.ZodType, Reply extends z.ZodType>(
  definition: RequestDefinition<Name, Payload, Reply>,
): RequestDefinition<Name, Payload, Reply> {
  return definition;
}

export type PayloadOf<Definition extends RequestDefinition> = z.infer<Definition['payload']>;
export type ReplyOf<Definition extends RequestDefinition> = z.infer<Definition['reply']>;
