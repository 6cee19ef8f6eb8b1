import { isAscii } from 'node:buffer';
import type { FileFacts } from './file-facts.js';

/** Small pieces keep the parser's row buffer, and so the memory, the same for every size of chunk. */
const pieceBytes = 64 * 1024;

/**
 * Hands on the file as UTF-8 without BOM, in pieces of at most 64 KiB.
 *
 * @param facts from inspecting the same bytes: their encoding is taken as proven.
 */
export async function* decodeBytes(
  bytes: AsyncIterable<Uint8Array>,
  facts: Pick<FileFacts, 'encoding' | 'bomBytes'>,
): AsyncGenerator<Uint8Array, void> {
  const windows1252 = new TextDecoder('windows-1252');
  let bomLeft: number = facts.bomBytes;
  for await (const chunk of bytes) {
    const start = Math.min(bomLeft, chunk.length);
    bomLeft -= start;
    for (const piece of pieces(chunk, start)) {
      yield facts.encoding === 'utf-8' || isAscii(piece) ? piece : Buffer.from(windows1252.decode(piece));
    }
  }
}

function* pieces(chunk: Uint8Array, start: number): Generator<Uint8Array, void> {
  for (let at = start; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes);
}
