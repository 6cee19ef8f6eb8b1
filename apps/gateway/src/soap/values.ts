import { importStatusTerms, type ImportStatus, type PublicationAction } from '@gids/contracts';
import { z } from 'zod';
import { lines, trimmedText } from '../api/values.js';

/** How the schemas of messages are called in the WSDL: a type of XML Schema, or one of our own by its bare name. */
export const typeNames = z.registry<{ type: string }>();

function typed<Schema extends z.ZodType>(type: string, schema: Schema): Schema {
  typeNames.add(schema, { type });
  return schema;
}

const largest = 2_147_483_647;

/** A whole number from 1: digits only, so that `12abc` is none (RELIABILITY c4-93). */
export function wholeNumber(description: string, maximum = largest) {
  const schema = z
    .string()
    .trim()
    .regex(/^\+?[0-9]{1,15}$/, { error: 'Geef een geheel getal, met alleen cijfers.' })
    .transform(Number)
    .pipe(z.int().min(1).max(maximum))
    .describe(description);
  return typed('xsd:int', schema);
}

/** In the four spellings of XML Schema. */
export function truth(description: string) {
  const schema = z
    .string()
    .trim()
    .regex(/^(?:true|false|0|1)$/, { error: 'Geef true of false.' })
    .transform((value) => value === 'true' || value === '1')
    .describe(description);
  return typed('xsd:boolean', schema);
}

/** One line of text that may not be blank. */
export const line = (maximum: number, description: string) => typed('xsd:string', trimmedText(maximum).describe(description));

/** Text over as many lines as wanted; empty is a text too. */
export const free = (maximum: number, description: string) => typed('xsd:string', lines(maximum).describe(description));

export const runId = (description: string) => typed('xsd:string', z.uuid().describe(description));

/** A choice with a type of its own in the WSDL. */
export function choice<const Values extends readonly [string, ...string[]]>(name: string, values: Values, description: string) {
  return typed(name, z.enum(values).describe(description));
}

/** A group of elements with a type of its own in the WSDL. */
export function group<Shape extends z.ZodRawShape>(name: string, shape: Shape) {
  return typed(name, z.object(shape));
}

/** What we write: the same types, from values instead of text. */
export const told = {
  number: (description: string) => typed('xsd:int', z.int().describe(description)),
  truth: (description: string) => typed('xsd:boolean', z.boolean().describe(description)),
  text: (description: string) => typed('xsd:string', z.string().describe(description)),
};

/** The actions in the literal words of the seed (S2:52-54), so that existing scripts read like the document. */
export const actionLabels = {
  SHOW_ON_SUCCESS: 'Zichtbaar maken na succesvolle import',
  SHOW_IGNORE_DUPLICATES: 'Zichtbaar maken na import negeer dubbelen',
  DO_NOT_SHOW: 'NIET zichtbaar maken na import',
} as const satisfies Record<PublicationAction, string>;

/** The statuses in the literal words of the seed (S2:46-49). */
export const statusLabels = {
  SUCCESS: importStatusTerms.SUCCESS.label,
  CONVERSION_ERRORS: importStatusTerms.CONVERSION_ERRORS.label,
  VALIDATION_ERRORS: importStatusTerms.VALIDATION_ERRORS.label,
  DUPLICATES_FOUND: importStatusTerms.DUPLICATES_FOUND.label,
} as const satisfies Record<ImportStatus, string>;

type Label<Labels extends Record<string, string>> = Labels[keyof Labels];

/** @returns the labels of a table, for `choice` */
export function labelsOf<const Labels extends Record<string, string>>(labels: Labels): [Label<Labels>, ...Label<Labels>[]] {
  return Object.values(labels) as [Label<Labels>, ...Label<Labels>[]];
}

/** @returns the code of a label that its schema let through */
export function codeOf<const Labels extends Record<string, string>>(labels: Labels, label: Label<Labels>): keyof Labels & string {
  return Object.keys(labels).find((code) => labels[code] === label) as keyof Labels & string;
}
