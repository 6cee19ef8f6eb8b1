import type { z } from 'zod';
import type { Operation } from '../http/operation.js';
import { schemaOrReference, type JsonSchema } from './components.js';

/** @returns the parameters of an operation in path, query and headers */
export function parametersOf({ input }: Operation): JsonSchema[] {
  return [
    ...parametersIn('path', input.params),
    ...parametersIn('query', input.query),
    ...parametersIn('header', input.headers),
  ];
}

function parametersIn(place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => parameter(place, name, field as z.ZodType));
}

/** What comes in is text; the schema tells what it must mean. */
function parameter(place: string, name: string, field: z.ZodType): JsonSchema {
  const { description, ...schema } = schemaOrReference(field, 'output');
  const isList = schema['type'] === 'array';
  return {
    name: place === 'header' ? headerName(name) : name,
    in: place,
    required: !field.safeParse(undefined).success,
    ...(description !== undefined && { description }),
    schema,
    ...(isList && place === 'query' && { style: 'form', explode: false }),
  };
}

function headerName(name: string): string {
  return name === 'last-event-id' ? 'Last-Event-ID' : name.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
