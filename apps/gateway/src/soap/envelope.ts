import type { XmlElement } from './parse-xml.js';
import type { SoapVersion } from './namespaces.js';
import { SoapRefusal } from './soap-refusal.js';

/**
 * Opens an envelope.
 * @returns the one element in its body
 * @throws SoapRefusal: VersionMismatch for an envelope of another version than the request says, MustUnderstand for a header
 *   that may not be ignored, Client for anything else that makes it no message (RELIABILITY c4 91, 99)
 */
export function openEnvelope(root: XmlElement, version: SoapVersion): XmlElement {
  if (root.name !== 'Envelope') throw wrong('Het bericht is geen SOAP-envelop.');
  if (root.namespace !== version.envelope) throw versionMismatch(version);
  refuseHeaders(root.children.filter((child) => isPart(child, version, 'Header')), version);
  const [body, ...more] = root.children.filter((child) => isPart(child, version, 'Body'));
  if (!body || more.length > 0) throw wrong('De envelop moet precies één Body hebben.');
  const [message, ...others] = body.children;
  if (!message || others.length > 0 || body.text.trim() !== '') throw wrong('De Body moet precies één opdracht bevatten.');
  return message;
}

function isPart({ namespace, name }: XmlElement, { envelope }: SoapVersion, part: string): boolean {
  return namespace === envelope && name === part;
}

/** No header is known here; only one that says that it must be understood stops the message. */
function refuseHeaders(headers: readonly XmlElement[], { envelope }: SoapVersion): void {
  const entries = headers.flatMap(({ children }) => children);
  const strict = entries.find(({ attributes }) => attributes.some(({ namespace, name, value }) => namespace === envelope && name === 'mustUnderstand' && ['1', 'true'].includes(value.trim())));
  if (strict) throw new SoapRefusal('MustUnderstand', `De kop "${strict.name}" wordt hier niet begrepen. Meld u aan met de HTTP-kop Authorization: Bearer.`);
}

function versionMismatch({ name, envelope }: SoapVersion): SoapRefusal {
  return new SoapRefusal('VersionMismatch', `Dit verzoek zegt SOAP ${name} te spreken; de envelop hoort dan in de naamruimte ${envelope}.`);
}

function wrong(message: string): SoapRefusal {
  return new SoapRefusal('Client', message);
}
