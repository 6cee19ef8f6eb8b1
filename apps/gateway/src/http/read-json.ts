import type { IncomingMessage } from 'node:http';
import { problems } from './problems.js';
import { readBytes } from './read-bytes.js';

const limits = { largest: 1_048_576, named: '1 MB' };
/** Time in which a JSON body must be in, in milliseconds. */
const standardPatience = 15_000;

/** @returns whether the request brings a body */
export function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** @returns the media type without its parameters, in lower case; empty where there is none */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Reads a JSON body; compressed bodies are refused unread. Of a name that occurs twice the last one counts.
 * @throws HttpProblem 400, 408, 413 or 415
 */
export async function readJson(request: IncomingMessage, patience = standardPatience): Promise<unknown> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw problems.compressedBody();
  return parseJson(decode(await readBytes(request, { ...limits, patience })));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw problems.unreadableBody('De inhoud is geen UTF-8.');
  }
}

/** @throws HttpProblem that says where the text stops being JSON, or which text cannot be stored */
export function parseJson(content: string): unknown {
  try {
    return JSON.parse(content, refuseUnsafe);
  } catch (error) {
    if (error instanceof SyntaxError) throw problems.unreadableBody(`De inhoud is geen geldige JSON${placeOf(error)}.`);
    if (error instanceof RangeError) throw problems.unreadableBody('De inhoud is te diep genest.');
    throw error;
  }
}

/** A key that would reach an object's prototype; text that PostgreSQL cannot hold (RELIABILITY c3-75, c3-85). */
function refuseUnsafe(key: string, value: unknown): unknown {
  if (key === '__proto__') throw problems.unreadableBody('De naam "__proto__" is niet toegestaan.');
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\u0000'))) {
    throw problems.unreadableBody(`De tekst bij "${key}" bevat tekens die niet opgeslagen kunnen worden.`);
  }
  return value;
}

function placeOf({ message }: SyntaxError): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return ` (fout bij teken ${Number(position) + 1})`;
  return /end of JSON/.test(message) ? ' (de tekst is afgebroken)' : '';
}
