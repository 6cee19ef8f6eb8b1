import type { z } from 'zod';
import { ownNamespace, schemaInstance, spokenVersions, type SoapVersion } from './namespaces.js';
import type { SoapRefusal } from './soap-refusal.js';
import { writeElement } from './write-element.js';
import { xmlText } from './xml-text.js';

/** @returns the answer of an operation in its envelope */
export function writeAnswer(version: SoapVersion, name: string, schema: z.ZodObject, answer: unknown): string {
  return envelope(version, '', writeElement(`${name}Response`, schema, answer, ` xmlns="${ownNamespace}"`));
}

/** @returns a fault in its envelope, in Dutch, without anything of the inside (RELIABILITY e15) */
export function writeFault(version: SoapVersion, refusal: SoapRefusal): string {
  const upgrade = version.name === '1.2' && refusal.code === 'VersionMismatch' ? upgradeHeader : '';
  return envelope(version, upgrade, version.name === '1.1' ? fault11(refusal) : fault12(refusal));
}

function envelope({ envelope: namespace }: SoapVersion, header: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${namespace}" xmlns:xsi="${schemaInstance}">${header}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}

function fault11(refusal: SoapRefusal): string {
  const detail = detailOf(refusal);
  return `<soap:Fault><faultcode>soap:${refusal.code}</faultcode><faultstring xml:lang="nl">${xmlText(refusal.message)}</faultstring>${detail && `<detail>${detail}</detail>`}</soap:Fault>`;
}

function fault12(refusal: SoapRefusal): string {
  const code = { Client: 'Sender', Server: 'Receiver', VersionMismatch: 'VersionMismatch', MustUnderstand: 'MustUnderstand' }[refusal.code];
  const detail = detailOf(refusal);
  const reason = `<soap:Reason><soap:Text xml:lang="nl">${xmlText(refusal.message)}</soap:Text></soap:Reason>`;
  return `<soap:Fault><soap:Code><soap:Value>soap:${code}</soap:Value></soap:Code>${reason}${detail && `<soap:Detail>${detail}</soap:Detail>`}</soap:Fault>`;
}

function detailOf({ message, told: { fault, errors = [] } }: SoapRefusal): string {
  if (!fault) return '';
  const fields = errors.map(({ veld, code, melding }) => `<Fout><Veld>${xmlText(veld)}</Veld><Code>${xmlText(code)}</Code><Melding>${xmlText(melding)}</Melding></Fout>`);
  return `<${fault} xmlns="${ownNamespace}"><Melding>${xmlText(message)}</Melding>${fields.join('')}</${fault}>`;
}

const upgradeHeader = `<soap:Header><soap:Upgrade>${spokenVersions
  .map(({ envelope: namespace }, index) => `<soap:SupportedEnvelope qname="v${index}:Envelope" xmlns:v${index}="${namespace}"/>`)
  .join('')}</soap:Upgrade></soap:Header>`;
