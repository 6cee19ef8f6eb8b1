import fc from 'fast-check';
import { inParts } from './in-parts.js';

it('R6 a file is cut into parts of one size, whatever the size of what comes in', async () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(chunks, fc.integer({ min: 1, max: 16 }), async (pieces, size) => {
      const parts = await Array.fromAsync(inParts(streamOf(pieces), size));
      expect(Buffer.concat(parts)).toEqual(Buffer.concat(pieces));
      expect(parts.slice(0, -1).every((part) => part.length === size)).toBe(true);
      expect(parts.every((part) => part.length > 0 && part.length <= size)).toBe(true);
    }),
  );
});

async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
