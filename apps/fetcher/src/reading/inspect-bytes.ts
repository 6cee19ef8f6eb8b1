import { createHash } from 'node:crypto';
import type { BytePlace, EncodingFault, FileEncoding, FileFacts } from './file-facts.js';
import { sniffKind } from './sniff-kind.js';
import { Utf8Check } from './utf8-check.js';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Bytes that windows-1252 leaves undefined. */
const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const bom = Buffer.from('efbbbf', 'hex');
const headBytes = 64 * 1024;

/** Learns all that {@link FileFacts} tells in one pass, while the bytes arrive and go on to where they are kept. */
export class ByteInspector {
  readonly #hash = createHash('sha256');
  readonly #utf8 = new Utf8Check();
  #head = Buffer.alloc(0);
  #bytes = 0;
  #lineFeeds = 0;
  #carriageReturns = 0;
  #lastByte: number | undefined;
  #firstNul: BytePlace | undefined;
  #firstUndefined: BytePlace | undefined;
  #firstFault: BytePlace | undefined;

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#hash.update(bytes);
    this.#utf8.push(bytes);
    if (this.#head.length < headBytes) this.#keepHead(bytes);
    this.#firstNul ??= this.#place(firstOf(bytes, [0]), bytes);
    this.#firstUndefined ??= this.#place(firstOf(bytes, undefinedBytes), bytes);
    this.#firstFault ??= this.#faultPlace(bytes);
    this.#lineFeeds += count(bytes, lineFeed);
    this.#carriageReturns += count(bytes, carriageReturn);
    this.#lastByte = bytes.at(-1) ?? this.#lastByte;
    this.#bytes += bytes.length;
  }

  /** Call once, after the last chunk. */
  finish(): FileFacts {
    this.#utf8.finish();
    this.#firstFault ??= this.#faultPlace(Buffer.alloc(0));
    const bomBytes = this.#head.subarray(0, bom.length).equals(bom) ? 3 : 0;
    const head = this.#head.subarray(bomBytes);
    const encoding = this.#firstFault === undefined ? 'utf-8' : 'windows-1252';
    const encodingFault = this.#encodingFault();
    const headerLine = this.#headerLine(head, encoding);
    return {
      sha256: this.#hash.digest('hex'),
      bytes: this.#bytes,
      lines: this.#lines(),
      kind: sniffKind(head),
      encoding,
      bomBytes,
      endsWithNewline: this.#endsWithNewline(),
      ...(encodingFault && { encodingFault }),
      ...(this.#firstNul && { firstNul: this.#firstNul }),
      ...(headerLine !== undefined && { headerLine }),
    };
  }

  #keepHead(bytes: Buffer): void {
    this.#head = Buffer.concat([this.#head, bytes.subarray(0, headBytes - this.#head.length)]);
  }

  #place(offset: number | undefined, chunk: Buffer): BytePlace | undefined {
    if (offset === undefined) return undefined;
    const line = this.#lineFeeds + count(chunk.subarray(0, offset), lineFeed) + 1;
    return { byte: this.#bytes + offset, line };
  }

  /** A fault may lie up to 3 bytes before the chunk, in a sequence that began there; such bytes hold no line feed. */
  #faultPlace(chunk: Buffer): BytePlace | undefined {
    const byte = this.#utf8.firstFaultAt;
    if (byte === undefined) return undefined;
    const place = this.#place(Math.max(0, byte - this.#bytes), chunk);
    return place && { ...place, byte };
  }

  /** A NUL further down spoils its own row; in the header it says that the whole file is something else. */
  #encodingFault(): EncodingFault | undefined {
    if (this.#firstNul?.line === 1) return { reason: 'nul', place: this.#firstNul };
    if (this.#firstFault === undefined) return undefined;
    if (this.#utf8.mixed) return { reason: 'mixed', place: this.#firstFault };
    return this.#firstUndefined && { reason: 'undefinedByte', place: this.#firstUndefined };
  }

  #endsWithNewline(): boolean {
    return this.#lastByte === lineFeed || this.#lastByte === carriageReturn;
  }

  #lines(): number {
    const breaks = this.#lineFeeds === 0 ? this.#carriageReturns : this.#lineFeeds;
    return this.#bytes === 0 || this.#endsWithNewline() ? breaks : breaks + 1;
  }

  #headerLine(head: Buffer, encoding: FileEncoding): string | undefined {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head).replace(/^[\r\n]+/, '');
    const end = text.search(/[\r\n]/);
    if (end !== -1) return text.slice(0, end);
    return this.#bytes > this.#head.length ? undefined : text;
  }
}

/** Inspects a file that is kept already. */
export async function inspectBytes(bytes: AsyncIterable<Uint8Array>): Promise<FileFacts> {
  const inspector = new ByteInspector();
  for await (const chunk of bytes) inspector.push(chunk);
  return inspector.finish();
}

function firstOf(bytes: Buffer, wanted: readonly number[]): number | undefined {
  const found = wanted.map((byte) => bytes.indexOf(byte)).filter((offset) => offset !== -1);
  return found.length === 0 ? undefined : Math.min(...found);
}

function count(bytes: Buffer, wanted: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) found++;
  return found;
}
