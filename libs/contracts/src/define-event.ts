import type { z } from 'zod';
import type { ServiceName } from './service.js';

/** What the schema of an event may be: an object, so that fields can be added later. */
export type DataSchema = z.ZodObject;

/** One event of the pipeline: its name, its CloudEvents type, who emits it and what it carries. */
export interface EventDefinition<Name extends string = string, Schema extends DataSchema = DataSchema> {
  /** A domain word in the past tense. */
  readonly name: Name;
  /** CloudEvents `type`: `nl.gids.<context>.<event>.v<version>`. */
  readonly type: string;
  readonly summary: string;
  readonly producer: ServiceName | 'every service';
  readonly schema: Schema;
  readonly example: z.infer<Schema>;
}

export type DataOf<Definition extends EventDefinition> = z.infer<Definition['schema']>;

interface EventDescription<Name extends string, Schema extends DataSchema> {
  name: Name;
  context: 'import' | 'mapping' | 'matching' | 'directory' | 'access' | 'operations';
  summary: string;
  producer: EventDefinition['producer'];
  schema: Schema;
  example: z.infer<Schema>;
}

/** Declares version 1 of an event; a change that old consumers cannot read is a new definition. */
export function defineEvent<Name extends string, Schema extends DataSchema>(
  description: EventDescription<Name, Schema>,
): EventDefinition<Name, Schema> {
  const { context, ...rest } = description;
  return { ...rest, type: `nl.gids.${context}.${kebabCase(description.name)}.v1` };
}

function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
