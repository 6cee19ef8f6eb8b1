import { z } from 'zod';
import type { InputError } from '../api/problem.js';
import { inputErrorsOf } from '../http/input-errors.js';
import { ownNamespace, schemaInstance } from './namespaces.js';
import type { XmlElement } from './parse-xml.js';
import { occurrenceOf } from './schema-shape.js';
import { SoapRefusal } from './soap-refusal.js';

/**
 * Reads what an element holds by a schema of ours, which is stricter than XML Schema clients are (RELIABILITY c4 93, 94).
 * @throws SoapRefusal OngeldigeInvoer with everything that is wrong, all together (N5)
 */
export function readArguments<Schema extends z.ZodObject>(schema: Schema, element: XmlElement): z.output<Schema> {
  const errors: InputError[] = [];
  const given = readGroup(schema, element, '', errors);
  const result = schema.safeParse(given);
  const known = new Set(errors.map(({ veld }) => veld));
  if (!result.success) errors.push(...inputErrorsOf(result.error.issues, given).filter(({ veld }) => !known.has(veld)));
  if (errors.length > 0 || !result.success) throw new SoapRefusal('Client', sentenceFor(errors), { fault: 'OngeldigeInvoer', errors });
  return result.data;
}

function sentenceFor(errors: readonly InputError[]): string {
  const [first, ...others] = errors;
  if (!first || others.length > 0) return `${errors.length} velden zijn niet juist ingevuld: ${errors.map(({ veld }) => veld).join(', ')}.`.slice(0, 1_000);
  return `${first.veld}: ${first.melding}`;
}

type Given = string | null | GivenGroup | Given[];
interface GivenGroup {
  [name: string]: Given;
}

function readGroup(schema: z.ZodObject, element: XmlElement, path: string, errors: InputError[]): GivenGroup {
  const given: GivenGroup = {};
  if (element.text.trim() !== '') errors.push({ veld: path || element.name, code: 'losseTekst', melding: 'Hier hoort geen losse tekst, alleen elementen.' });
  for (const child of element.children) {
    const veld = path === '' ? child.name : `${path}/${child.name}`;
    const inner = child.namespace === ownNamespace && Object.hasOwn(schema.shape, child.name) ? (schema.shape as Record<string, z.ZodType>)[child.name] : undefined;
    if (inner) readElement(given, inner, child, veld, errors);
    else errors.push({ veld, code: 'onbekendVeld', melding: `Dit element is hier niet bekend. Controleer de spelling en de naamruimte (${ownNamespace}).` });
  }
  return given;
}

function readElement(given: GivenGroup, schema: z.ZodType, child: XmlElement, veld: string, errors: InputError[]): void {
  const { repeated } = occurrenceOf(schema);
  const value = readValue(schema, child, veld, errors);
  const earlier = given[child.name];
  if (repeated) given[child.name] = [...(Array.isArray(earlier) ? earlier : []), value];
  else if (earlier === undefined) given[child.name] = value;
  else errors.push({ veld, code: 'herhaald', melding: 'Geef dit element maar één keer.' });
}

function readValue(schema: z.ZodType, child: XmlElement, veld: string, errors: InputError[]): Given {
  const { base, nillable } = occurrenceOf(schema);
  if (isNil(child)) return null;
  if (base instanceof z.ZodObject) return readGroup(base, child, veld, errors);
  if (child.children.length > 0) errors.push({ veld, code: 'verkeerdType', melding: 'Hier hoort tekst, geen elementen.' });
  return nillable && child.text.trim() === '' ? null : child.text;
}

function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(({ namespace, name, value }) => namespace === schemaInstance && name === 'nil' && ['1', 'true'].includes(value.trim()));
}
