import { Readable } from 'node:stream';
import fc from 'fast-check';
import { partsOf, sendAllButLast, type FilePart } from './file-parts.js';

async function sent(chunks: Uint8Array[], size: number): Promise<{ parts: FilePart[]; last: FilePart }> {
  const parts: FilePart[] = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)), { objectMode: true });
  const last = await sendAllButLast(partsOf(stream, size), async (part) => void parts.push(part));
  return { parts, last };
}

describe('the parts of a file', () => {
  it('are the file, in order, each of the full size but the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 })), fc.integer({ min: 1, max: 16 }), async (chunks, size) => {
        const { parts, last } = await sent(chunks, size);
        const all = [...parts, last];
        expect(Buffer.concat(all.map(({ content }) => content))).toEqual(Buffer.concat(chunks));
        expect(all.map(({ index }) => index)).toEqual(all.map((_, index) => index));
        for (const { content } of parts) expect(content).toHaveLength(size);
        expect(last.content.length).toBeLessThanOrEqual(size);
      }),
    );
  });

  it('of an empty file are one empty part', async () => {
    expect(await sent([], 4)).toEqual({ parts: [], last: { index: 0, content: Buffer.alloc(0) } });
  });

  it('wait for each other', async () => {
    const taken: string[] = [];
    async function* chunks(): AsyncGenerator<Buffer> {
      for (const letter of ['a', 'b', 'c', 'd']) {
        taken.push(`read ${letter}`);
        yield Buffer.from(letter);
      }
    }
    await sendAllButLast(partsOf(chunks(), 1), async ({ content }) => {
      await Promise.resolve();
      taken.push(`sent ${content.toString()}`);
    });
    expect(taken).toEqual(['read a', 'read b', 'sent a', 'read c', 'sent b', 'read d', 'sent c']);
  });
});
