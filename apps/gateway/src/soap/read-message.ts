import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { mediaTypeOf } from '../http/read-json.js';
import { readBytes } from '../http/read-bytes.js';
import { problems } from '../http/problems.js';
import { soap11, soap12, type SoapVersion } from './namespaces.js';
import { unreadable } from './soap-refusal.js';

const limits = { largest: 262_144, named: '256 kB', patience: 15_000 };
const inflate = promisify(gunzip);

/** @returns the version of SOAP that a request says to speak; undefined where it speaks none */
export function versionOf(request: IncomingMessage): SoapVersion | undefined {
  return [soap11, soap12].find(({ mediaType }) => mediaType === mediaTypeOf(request));
}

/**
 * Reads the XML of a request as text, within bounds, also where it is compressed (RELIABILITY c4 86, 87, 95, 96, 100).
 * @throws SoapRefusal 400 or 415, HttpProblem 408 or 413
 */
export async function readMessage(request: IncomingMessage): Promise<string> {
  refuseOtherContent(request);
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') throw unreadable(`Content-Encoding "${encoding}" wordt niet gelezen. Stuur de inhoud zonder compressie, of met gzip.`, 415);
  const bytes = await readBytes(request, limits);
  const text = decode(encoding === 'gzip' ? await decompress(bytes) : bytes);
  if (text.trim() === '') throw unreadable('Het bericht is leeg. Stuur een SOAP-envelop.');
  return text;
}

function refuseOtherContent(request: IncomingMessage): void {
  if (!versionOf(request)) {
    throw unreadable(`Stuur de envelop als ${soap11.mediaType} (SOAP 1.1) of ${soap12.mediaType} (SOAP 1.2), zonder bijlagen.`, 415);
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !isUtf8(charset)) throw unreadable(`Tekenset "${charset.slice(0, 40)}" wordt niet gelezen. Stuur UTF-8.`, 415);
}

/** @returns whether this is a name of the one encoding that is read */
export function isUtf8(encoding: string): boolean {
  return /^utf-?8$/i.test(encoding);
}

async function decompress(bytes: Buffer): Promise<Buffer> {
  try {
    return await inflate(bytes, { maxOutputLength: limits.largest });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw problems.tooLarge(limits.named);
    throw unreadable('De inhoud is geen gzip, terwijl Content-Encoding dat zegt.');
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('De inhoud is geen UTF-8.');
  }
}
