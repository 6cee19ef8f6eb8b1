import { z } from 'zod';

/** A schema without what is around it: how often it may occur, and whether it may be nil. */
export interface Occurrence {
  readonly base: z.ZodType;
  readonly optional: boolean;
  readonly nillable: boolean;
  readonly repeated: boolean;
}

/** @returns how an element of a message may occur; read the same way by what reads, what writes and the WSDL */
export function occurrenceOf(schema: z.ZodType): Occurrence {
  if (schema instanceof z.ZodOptional) return { ...occurrenceOf(schema.unwrap() as z.ZodType), optional: true };
  if (schema instanceof z.ZodNullable) return { ...occurrenceOf(schema.unwrap() as z.ZodType), nillable: true };
  if (schema instanceof z.ZodArray) return { ...occurrenceOf(schema.element as z.ZodType), optional: true, repeated: true };
  return { base: schema, optional: false, nillable: false, repeated: false };
}

/** @returns the elements of a message or group, in their order */
export function elementsOf(schema: z.ZodObject): [name: string, schema: z.ZodType][] {
  return Object.entries(schema.shape as Record<string, z.ZodType>);
}
