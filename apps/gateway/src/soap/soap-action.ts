import type { IncomingMessage } from 'node:http';
import { actionOf, type SoapVersion } from './namespaces.js';
import { SoapRefusal } from './soap-refusal.js';

/**
 * Lets nobody say one thing in the header, by which a proxy may judge, and another in the body (RELIABILITY c4-97).
 * @throws SoapRefusal where `SOAPAction`, or the action of SOAP 1.2, is of another operation; without one the body counts
 */
export function refuseOtherAction(request: IncomingMessage, version: SoapVersion, operation: string): void {
  const action = version.name === '1.1' ? soapAction(request) : actionParameter(request);
  if (action === undefined || action === '' || action === actionOf(operation)) return;
  throw new SoapRefusal('Client', `De kop SOAPAction "${action.slice(0, 200)}" hoort niet bij de opdracht ${operation} in het bericht. Geef "${actionOf(operation)}".`);
}

function soapAction({ headers }: IncomingMessage): string | undefined {
  return headers['soapaction'] === undefined ? undefined : unquoted(String(headers['soapaction']));
}

function actionParameter({ headers }: IncomingMessage): string | undefined {
  const given = /;\s*action\s*=\s*("[^"]*"|[^;\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return given === undefined ? undefined : unquoted(given);
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}
