import { z } from 'zod';
import { nameOf, schemaRegistry } from '../api/schema-registry.js';

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>;

const addressOf = (name: string): string => `#/components/schemas/${name}`;

/** @returns all named schemas of the API, by name */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(schemaRegistry, { uri: addressOf, io: 'input', override: tidy });
  const entries = Object.entries(schemas as Record<string, JsonSchema>).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, schema]) => [name, withoutAddress(schema)]));
}

/** @returns the schema, with a reference for every part of it that has a name */
export function schemaOrReference(schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  return withoutAddress(z.toJSONSchema(schema, { io, override: (part) => refer(part) || tidy(part) }) as JsonSchema);
}

interface Part {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: JsonSchema;
}

function refer({ zodSchema, jsonSchema }: Part): boolean {
  const name = nameOf(zodSchema as z.ZodType);
  if (name === undefined) return false;
  for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
  jsonSchema['$ref'] = addressOf(name);
  return true;
}

/** The library's patterns for `uuid` and `date-time` say no more than the format; its largest number says nothing. */
function tidy({ jsonSchema }: Part): void {
  if (jsonSchema['format'] !== undefined) delete jsonSchema['pattern'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
}

function withoutAddress(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}
