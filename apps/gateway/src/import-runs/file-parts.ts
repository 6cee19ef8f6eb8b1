/** @returns the bytes of a stream in parts of exactly `size`; only the last is smaller, and none is empty */
export async function* partsOf(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < size) continue;
    const bytes = Buffer.concat(held);
    const whole = bytes.length - (bytes.length % size);
    for (let start = 0; start < whole; start += size) yield bytes.subarray(start, start + size);
    held = whole < bytes.length ? [bytes.subarray(whole)] : [];
    heldBytes = bytes.length - whole;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

export interface FilePart {
  /** Counts from 0. */
  readonly index: number;
  readonly content: Buffer;
}

/**
 * Sends all parts but the last and waits for each, so that the sender of the stream waits too.
 * @returns the last part, for when it is sure that the whole form was right; an empty one of an empty file
 */
export async function sendAllButLast(parts: AsyncIterable<Buffer>, send: (part: FilePart) => Promise<void>): Promise<FilePart> {
  let held: Buffer | undefined;
  let index = 0;
  for await (const part of parts) {
    if (held) await send({ index: index++, content: held });
    held = part;
  }
  return { index, content: held ?? Buffer.alloc(0) };
}
