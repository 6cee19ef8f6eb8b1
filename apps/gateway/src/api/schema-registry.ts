import { z } from 'zod';

/** The API's named schemas; each becomes a component of the OpenAPI document. */
export const schemaRegistry = z.registry<{ id: string }>();

/** Gives a schema its name in the OpenAPI document, in UpperCamelCase. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  schemaRegistry.add(schema, { id });
  return schema;
}

/** @returns the name of a schema in the OpenAPI document; undefined where it has none */
export function nameOf(schema: z.ZodType): string | undefined {
  return schemaRegistry.get(schema)?.id;
}
