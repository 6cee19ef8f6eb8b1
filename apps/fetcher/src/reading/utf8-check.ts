import { isAscii, isUtf8 } from 'node:buffer';

const nonAscii = /[\u0080-\u{10ffff}]/gu;
const replacement = '\ufffd';

/**
 * Judges strict UTF-8 over a whole file while it streams by, with sequences that are cut by a chunk's end.
 * Counts both sides as well, so that a file in two encodings at once can be told from one in windows-1252.
 */
export class Utf8Check {
  /** Start of a sequence that the last chunk broke off: at most 3 bytes. */
  #carry = Buffer.alloc(0);
  #judged = 0;
  #characters = 0;
  #faults = 0;
  #firstFaultAt: number | undefined;

  push(chunk: Buffer): void {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const complete = bytes.subarray(0, completeLength(bytes));
    this.#judge(complete);
    this.#carry = Buffer.from(bytes.subarray(complete.length));
  }

  /** Judges what the last chunk broke off: at the end of the file it is a fault. */
  finish(): void {
    this.#judge(this.#carry);
    this.#carry = Buffer.alloc(0);
  }

  /** Byte offset in the file of the first fault, if any was seen. */
  get firstFaultAt(): number | undefined {
    return this.#firstFaultAt;
  }

  /**
   * Whether well-formed characters beyond ASCII and faults stand side by side. A windows-1252 file holds a
   * well-formed pair by rare chance (an É before a curly quote), so one, or one to ten faults, is no sign.
   */
  get mixed(): boolean {
    return this.#faults > 0 && this.#characters > 1 && this.#characters * 10 > this.#faults;
  }

  #judge(bytes: Buffer): void {
    if (!isAscii(bytes)) {
      if (this.#firstFaultAt === undefined && !isUtf8(bytes)) this.#firstFaultAt = this.#judged + firstFault(bytes);
      this.#count(bytes);
    }
    this.#judged += bytes.length;
  }

  #count(bytes: Buffer): void {
    const found = bytes.toString('utf8').match(nonAscii) ?? [];
    const faults = found.filter((character) => character === replacement).length;
    this.#faults += faults;
    this.#characters += found.length - faults;
  }
}

/** Length without a sequence at the end that still lacks bytes. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) !== 0x80) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Offset of the first byte that is no UTF-8, by halving; only for bytes that are known to be faulty. */
function firstFault(bytes: Buffer): number {
  let sound = 0;
  let faulty = bytes.length;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >>> 1;
    const prefix = bytes.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, completeLength(prefix)))) sound = middle;
    else faulty = middle;
  }
  return completeLength(bytes.subarray(0, sound));
}
