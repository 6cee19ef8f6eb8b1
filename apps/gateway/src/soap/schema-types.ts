import { z } from 'zod';
import { elementsOf, occurrenceOf } from './schema-shape.js';
import type { SoapOperation } from './soap-operation.js';
import { faultNames } from './faults.js';
import { ownNamespace } from './namespaces.js';
import { typeNames } from './values.js';
import { xmlText } from './xml-text.js';

/** @returns the XML Schema of all messages: our own types, and one element per message and per fault */
export function writeSchema(operations: readonly SoapOperation[]): string {
  const messages = operations.flatMap(({ name, input, output }) => [[name, input], [`${name}Response`, output]] as [string, z.ZodObject][]);
  const types = new Map(messages.flatMap(([, schema]) => namedTypesIn(schema)).map((schema) => [nameOf(schema), schema]));
  return [
    `<xsd:schema targetNamespace="${ownNamespace}" elementFormDefault="qualified">`,
    ...[...types].map(([name, schema]) => (schema instanceof z.ZodObject ? complexType(schema, name) : simpleType(schema, name))),
    faultType,
    ...messages.map(([name, schema]) => `<xsd:element name="${name}">${complexType(schema)}</xsd:element>`),
    ...faultNames.map((name) => `<xsd:element name="${name}" type="tns:Foutdetail"/>`),
    '</xsd:schema>',
  ].join('\n');
}

function namedTypesIn(schema: z.ZodType): z.ZodType[] {
  const { base } = occurrenceOf(schema);
  const inner = base instanceof z.ZodObject ? elementsOf(base).flatMap(([, element]) => namedTypesIn(element)) : [];
  const name = typeNames.get(base)?.type;
  return name === undefined || name.startsWith('xsd:') ? inner : [...inner, base];
}

function nameOf(schema: z.ZodType): string {
  const name = typeNames.get(schema)?.type;
  if (name === undefined) throw new Error('A schema in a SOAP message has no type: make it with values.ts');
  return name;
}

function complexType(schema: z.ZodObject, name?: string): string {
  return `<xsd:complexType${name === undefined ? '' : ` name="${name}"`}><xsd:sequence>${elementsOf(schema).map(elementOf).join('')}</xsd:sequence></xsd:complexType>`;
}

function elementOf([name, schema]: [string, z.ZodType]): string {
  const { base, optional, nillable, repeated } = occurrenceOf(schema);
  const type = nameOf(base);
  const occurrence = `${optional ? ' minOccurs="0"' : ''}${repeated ? ' maxOccurs="unbounded"' : ''}${nillable ? ' nillable="true"' : ''}`;
  return `<xsd:element name="${name}" type="${type.startsWith('xsd:') ? type : `tns:${type}`}"${occurrence}>${documentation(base.description)}</xsd:element>`;
}

function simpleType(schema: z.ZodType, name: string): string {
  const values = (schema as z.ZodEnum).options.map((value) => `<xsd:enumeration value="${xmlText(String(value))}"/>`);
  return `<xsd:simpleType name="${name}"><xsd:restriction base="xsd:string">${values.join('')}</xsd:restriction></xsd:simpleType>`;
}

function documentation(text: string | undefined): string {
  return text === undefined ? '' : `<xsd:annotation><xsd:documentation xml:lang="nl">${xmlText(text)}</xsd:documentation></xsd:annotation>`;
}

/** Why something is refused, with all that is wrong with what was given. */
const faultType = `<xsd:complexType name="Fout"><xsd:sequence><xsd:element name="Veld" type="xsd:string"/><xsd:element name="Code" type="xsd:string"/><xsd:element name="Melding" type="xsd:string"/></xsd:sequence></xsd:complexType>
<xsd:complexType name="Foutdetail"><xsd:sequence><xsd:element name="Melding" type="xsd:string"/><xsd:element name="Fout" type="tns:Fout" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType>`;
