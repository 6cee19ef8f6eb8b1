import { z } from 'zod';
import { elementsOf, occurrenceOf } from './schema-shape.js';
import { xmlText } from './xml-text.js';

/** @returns a value as an element, and all that is in it in the order of its schema; nothing where it is absent */
export function writeElement(name: string, schema: z.ZodType, value: unknown, attributes = ''): string {
  const { base, repeated } = occurrenceOf(schema);
  if (value === undefined) return '';
  if (repeated) return (value as unknown[]).map((one) => writeOne(name, base, one, attributes)).join('');
  return writeOne(name, base, value, attributes);
}

function writeOne(name: string, base: z.ZodType, value: unknown, attributes: string): string {
  if (value === null) return `<${name}${attributes} xsi:nil="true"/>`;
  return `<${name}${attributes}>${base instanceof z.ZodObject ? writeGroup(base, value as Record<string, unknown>) : xmlText(String(value))}</${name}>`;
}

function writeGroup(schema: z.ZodObject, value: Record<string, unknown>): string {
  return elementsOf(schema).map(([name, inner]) => writeElement(name, inner, value[name])).join('');
}
