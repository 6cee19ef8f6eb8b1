/** @returns the same bytes in parts of `partBytes` each, the last one shorter; memory holds one part and one chunk */
export async function* inParts(chunks: AsyncIterable<Uint8Array>, partBytes: number): AsyncGenerator<Uint8Array, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    const joined = Buffer.concat(held);
    let from = 0;
    for (; size - from >= partBytes; from += partBytes) yield joined.subarray(from, from + partBytes);
    held = [joined.subarray(from)];
    size -= from;
  }
  if (size > 0) yield Buffer.concat(held);
}
