import { actionOf, ownNamespace, soap11, type SoapVersion } from '../soap/namespaces.js';
import { parseXml, type XmlElement } from '../soap/parse-xml.js';
import type { GatewayInTest } from './gateway-in-test.js';

/** An answer over SOAP, opened. */
export interface SoapAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What stands in the body. */
  readonly body: XmlElement;
}

/** @returns the message of an operation; `content` is XML */
export function soapMessage(operation: string, content: string, { envelope }: SoapVersion = soap11): string {
  return `<e:Envelope xmlns:e="${envelope}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><e:Body><${operation} xmlns="${ownNamespace}">${content}</${operation}></e:Body></e:Envelope>`;
}

/** Calls an operation as a client that keeps to the WSDL. */
export async function callSoap(gateway: GatewayInTest, operation: string, content: string, headers: Record<string, string> = {}, version = soap11): Promise<SoapAnswer> {
  const own: Record<string, string> =
    version.name === '1.1'
      ? { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${actionOf(operation)}"` }
      : { 'content-type': `application/soap+xml; charset=utf-8; action="${actionOf(operation)}"` };
  return sendSoap(gateway, soapMessage(operation, content, version), { ...own, ...headers });
}

/** Sends anything to the SOAP address, with the machine token unless told. */
export async function sendSoap(gateway: GatewayInTest, message: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<SoapAnswer> {
  const response = await gateway.ask('/soap/import', { method: 'POST', body: message, headers: { 'content-type': 'text/xml', ...headers } });
  const text = await response.text();
  const { children } = parseXml(text);
  const body = children.find(({ name }) => name === 'Body')?.children[0];
  if (!body) throw new Error(`The answer has no body: ${text}`);
  return { status: response.status, headers: response.headers, text, body };
}

/** @returns what an element holds: text, or by name what is in it; several of one name as a list */
export function contentOf(element: XmlElement | undefined): unknown {
  if (!element) return undefined;
  if (element.children.length === 0) return element.text;
  const names = [...new Set(element.children.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const all = element.children.filter((child) => child.name === name).map(contentOf);
      return [name, all.length === 1 ? all[0] : all];
    }),
  );
}

/** @returns whose fault, what is said, and the typed detail, of either SOAP version */
export function faultIn({ body }: SoapAnswer): { code: string; text: string; detail: string | undefined; content: unknown } {
  const find = (from: XmlElement | undefined, ...names: string[]): XmlElement | undefined => names.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), from);
  const code = find(body, 'faultcode') ?? find(body, 'Code', 'Value');
  const reason = find(body, 'faultstring') ?? find(body, 'Reason', 'Text');
  const detail = (find(body, 'detail') ?? find(body, 'Detail'))?.children[0];
  return { code: code?.text ?? '', text: reason?.text ?? '', detail: detail?.name, content: contentOf(detail) };
}
