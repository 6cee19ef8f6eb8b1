import fc from 'fast-check';
import { FileRefused } from './file-refused.js';
import { inspectBytes } from './inspect-bytes.js';
import type { ReadRow } from './judge-row.js';
import { readRows } from './read-rows.js';
import { checkWholeFile, type FileExpectations } from './whole-file-checks.js';

async function* inChunks(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const read = async (bytes: Buffer, sizes: readonly number[], expected: Partial<FileExpectations> = {}) => {
  const facts = await inspectBytes(inChunks(bytes, sizes));
  const layout = checkWholeFile(facts, { judgeHeader: () => [], ...expected });
  const rows: ReadRow[] = [];
  for await (const batch of readRows(inChunks(bytes, sizes), layout, 3)) rows.push(...batch);
  return { header: layout.header, rows };
};

const chunkSizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

interface Style {
  readonly delimiter: ';' | ',';
  readonly eol: '\r\n' | '\n' | '\r';
  readonly bom: boolean;
  readonly encoding: 'utf8' | 'latin1';
  /** For each cell in turn, whether it is quoted though it need not be. */
  readonly quoting: readonly boolean[];
}

const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(';', ','),
  eol: fc.constantFrom('\r\n', '\n', '\r'),
  bom: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'latin1'),
  quoting: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
});

const unicodeCell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\r\n\0]/g, ' '));
/** In windows-1252 none of these form well-formed UTF-8 together, so that the encoding cannot be in doubt. */
const westernCell = fc.array(fc.constantFrom('a', 'é', 'ë', 'ü', 'ç', '"', "'", ';', ',', ' ', '12')).map((parts) => parts.join(''));

const csvOf = (table: readonly (readonly string[])[], { delimiter, eol, bom, encoding, quoting }: Style) => {
  let turn = 0;
  const field = (cell: string) => {
    const quoted = cell.includes(delimiter) || cell.includes('"') || quoting[turn++ % quoting.length];
    return quoted ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const text = table.map((row) => row.map(field).join(delimiter) + eol).join('');
  return Buffer.concat([Buffer.from(bom ? '\ufeff' : ''), Buffer.from(text, encoding)]);
};

const table = (cell: fc.Arbitrary<string>) =>
  fc.integer({ min: 2, max: 6 }).chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }).map((rows) => ({
      header: Array.from({ length: columns }, (_, index) => `KOLOM ${index + 1}`),
      rows,
    })),
  );

describe('R5 whatever table is written, the same cells are read', () => {
  it.each([
    ['utf8' as const, unicodeCell],
    ['latin1' as const, westernCell],
  ])('in %s, with any quoting, delimiter, line end and chunks', async (encoding, cell) => {
    await fc.assert(
      fc.asyncProperty(table(cell), style, chunkSizes, async ({ header, rows }, drawn, sizes) => {
        const found = await read(csvOf([header, ...rows], { ...drawn, encoding }), sizes);
        expect(found).toEqual({ header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) });
      }),
      { numRuns: 300 },
    );
  });
});

describe('R8 nothing but a refusal comes of a file that cannot be read', () => {
  const sample = csvOf(
    [['lrk_id', 'naam', 'plaats'], ...Array.from({ length: 15 }, (_, index) => [`00${index}`, "De \"Bij\" 't Gooi", 'é; x'])],
    { delimiter: ';', eol: '\r\n', bom: true, encoding: 'utf8', quoting: [false] },
  );

  const expectRowsOrRefusal = async (bytes: Buffer, sizes: readonly number[]) => {
    try {
      const { header, rows } = await read(bytes, sizes, { finalNewline: 'optional' });
      const good = rows.filter(({ problem }) => problem === undefined);
      expect(good.every(({ cells }) => cells.length === header.length)).toBe(true);
      expect(good.some(({ cells }) => cells.some((cell) => /[\r\n\0]/.test(cell)))).toBe(false);
      expect(rows.every(({ line }, index) => line > (rows[index - 1]?.line ?? 1))).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(FileRefused);
      expect((error as FileRefused).message).toMatch(/\.$/);
    }
  };

  it('for random bytes', async () => {
    const soup = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.array(fc.constantFrom('a', ';', ',', '"', '\n', '\r', '\0', 'é', '\ufeff', ' '), { maxLength: 80 }).map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(fc.asyncProperty(soup, chunkSizes, expectRowsOrRefusal), { numRuns: 1000 });
  });

  it('for a good file with bytes changed, added or dropped', async () => {
    const wound = fc.record({
      at: fc.nat({ max: sample.length - 1 }),
      drop: fc.nat({ max: 4 }),
      add: fc.uint8Array({ maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 4 }), chunkSizes, async (wounds, sizes) => {
        const damaged = wounds.reduce(
          (bytes, { at, drop, add }) => Buffer.concat([bytes.subarray(0, at), add, bytes.subarray(at + drop)]),
          sample,
        );
        await expectRowsOrRefusal(damaged, sizes);
      }),
      { numRuns: 500 },
    );
  });

  it('for every cut except behind a line end, which only its length gives away', async () => {
    const accepted: number[] = [];
    for (let length = 0; length < sample.length; length++) {
      const cut = sample.subarray(0, length);
      await read(cut, [64]).then(() => accepted.push(length), (error: unknown) => expect(error).toBeInstanceOf(FileRefused));
      await expect(read(cut, [64], { declaredBytes: sample.length })).rejects.toBeInstanceOf(FileRefused);
    }
    const lineEnds = [...sample.toString('latin1').matchAll(/\r\n?/g)].flatMap(({ index }) => [index + 1, index + 2]);
    expect(accepted).toEqual(lineEnds.filter((end) => end > sample.indexOf('\n') + 1 && end < sample.length));
  });
});
