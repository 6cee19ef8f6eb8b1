import { FileRefused } from './file-refused.js';
import { inspectBytes } from './inspect-bytes.js';
import type { ReadRow } from './judge-row.js';
import { readRows } from './read-rows.js';
import { checkWholeFile, type FileExpectations } from './whole-file-checks.js';

const accept: FileExpectations = { judgeHeader: () => [] };

async function* inChunks(bytes: Buffer, chunk: number) {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

const read = async (content: string | Buffer, expected = accept, chunk = 64, batchSize = 1000) => {
  const bytes = Buffer.from(content as string);
  const layout = checkWholeFile(await inspectBytes(inChunks(bytes, chunk)), expected);
  const rows: ReadRow[] = [];
  for await (const batch of readRows(inChunks(bytes, chunk), layout, batchSize)) rows.push(...batch);
  return { header: layout.header, rows };
};

const cells = async (content: string | Buffer) => (await read(content)).rows.map((row) => row.cells);

/** Enough good rows around a bad one to keep the file. */
const goodRows = (count: number) => 'x;y\n'.repeat(count);

describe('R5 reading rows as the publisher wrote them', () => {
  it('R18 keeps leading zeros and blanks', async () => {
    expect(await cells('a;b\r\n0012; \r\n01;x \r\n')).toEqual([['0012', ' '], ['01', 'x ']]);
  });

  it('takes only the double quote for a quote', async () => {
    const content = `a;b\n'S-GRAVENHAGE;"Basisschool ""De Maasparel"""\n''; 't Kompas'\n`;
    expect(await cells(content)).toEqual([["'S-GRAVENHAGE", 'Basisschool "De Maasparel"'], ["''", " 't Kompas'"]]);
  });

  it('keeps a stray quote as text', async () => {
    expect(await cells('a;b\n19" buis;x\n"De Vlinder" school;y\n')).toEqual([['19" buis', 'x'], ['"De Vlinder" school', 'y']]);
  });

  it('decodes windows-1252, the curly apostrophes included', async () => {
    const content = Buffer.from('naam;b\r\nKindcentrum \u0092t Kompas;\u0080 Súdwest\r\n', 'latin1');
    expect(await cells(content)).toEqual([['Kindcentrum ’t Kompas', '€ Súdwest']]);
  });

  it('leaves a BOM out in either encoding', async () => {
    const bom = Buffer.from('\ufeff');
    expect((await read(Buffer.concat([bom, Buffer.from('a;b\né;x\n')]))).header).toEqual(['a', 'b']);
    const other = await read(Buffer.concat([bom, Buffer.from('a;b\né;x\n', 'latin1')]), accept, 2);
    expect(other).toEqual({ header: ['a', 'b'], rows: [{ line: 2, cells: ['é', 'x'] }] });
  });

  it('numbers rows by their line, over blank lines and mixed line ends', async () => {
    const { rows } = await read('\n\na;b\r\n\n1;2\n\r\n3;4\r5;6\r\n\r\n');
    expect(rows.map(({ line, cells: [first] }) => [line, first])).toEqual([[5, '1'], [7, '3'], [8, '5']]);
  });

  it('reads a file that comes in one piece as it reads one that comes in many', async () => {
    const content = `a;b\n${'Súdwest-Fryslân;É\n'.repeat(10_000)}`;
    for (const bytes of [Buffer.from(content), Buffer.from(content, 'latin1')]) {
      const { rows } = await read(bytes, accept, bytes.length);
      expect(rows).toHaveLength(10_000);
      expect(rows.every(({ cells: [first, second] }) => first === 'Súdwest-Fryslân' && second === 'É')).toBe(true);
    }
  });

  it('gives batches of the size that was asked for', async () => {
    const bytes = Buffer.from(`a;b\n${goodRows(7)}`);
    const layout = checkWholeFile(await inspectBytes(inChunks(bytes, 64)), accept);
    const sizes: number[] = [];
    for await (const batch of readRows(inChunks(bytes, 64), layout, 3)) sizes.push(batch.length);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('lets go of the bytes when the reader stops halfway', async () => {
    const bytes = Buffer.from(`a;b\n${goodRows(1000)}`);
    const layout = checkWholeFile(await inspectBytes(inChunks(bytes, 64)), accept);
    const released = new Promise<void>((resolve) => {
      async function* watched() {
        try {
          yield* inChunks(bytes, 64);
        } finally {
          resolve();
        }
      }
      void (async () => {
        for await (const batch of readRows(watched(), layout, 10)) if (batch.length > 0) break;
      })();
    });
    await expect(released).resolves.toBeUndefined();
  });

  it('passes on an error of the bytes themselves', async () => {
    const layout = checkWholeFile(await inspectBytes(inChunks(Buffer.from('a;b\n1;2\n'), 64)), accept);
    async function* broken() {
      yield Buffer.from('a;b\n1;2\n');
      throw new Error('disk gone');
    }
    const reading = async () => {
      for await (const batch of readRows(broken(), layout)) expect(batch).toHaveLength(1);
    };
    await expect(reading()).rejects.toThrow('disk gone');
  });
});

describe('R8 a bad row is set aside without its neighbours', () => {
  const badRowOf = async (row: string) => {
    const { rows } = await read(`naam;plaats\n${goodRows(10)}${row}\n${goodRows(10)}`);
    expect(rows).toHaveLength(21);
    const bad = rows.filter(({ problem }) => problem !== undefined);
    expect(bad).toHaveLength(1);
    return bad[0];
  };

  it.each([
    ['short', 'x', '1 kolom'],
    ['long', 'x;y;z', '3 kolommen'],
  ])('%s', async (_, row, found) => {
    const bad = await badRowOf(row);
    expect(bad).toMatchObject({ line: 12, cells: row.split(';'), problem: { code: 'columnCount', field: '' } });
    expect(bad?.problem?.message).toBe(`Regel 12: ${found} in plaats van 2. Vraag de bron deze rij te herstellen.`);
  });

  it('with a NUL, shown in a form that can be stored', async () => {
    const bad = await badRowOf('x;y\0z');
    expect(bad?.problem).toEqual({
      code: 'nulCharacter',
      field: 'plaats',
      value: 'y␀z',
      message: 'Regel 12: er staat een NUL-teken in plaats. Vraag de bron deze rij te herstellen.',
    });
  });

  it('with a value that is too long, shown by its beginning', async () => {
    const bad = await badRowOf(`${'x'.repeat(199)}😀${'x'.repeat(10_000)};y`);
    expect(bad?.problem).toMatchObject({ code: 'cellTooLong', field: 'naam', value: 'x'.repeat(199) });
    expect(bad?.problem?.message).toContain('Regel 12: naam is langer dan 10.000 tekens.');
    expect((await read(`a;b\n${'x'.repeat(10_000)};y\n`)).rows[0]?.problem).toBeUndefined();
  });
});

describe('R8 a file that is refused while or after its rows are read', () => {
  it.each([
    ['a header alone', 'a;b\r\n', 'EMPTY', 'alleen een kopregel en geen enkele rij'],
    ['a short last row', `a;b\n${goodRows(20)}x\n`, 'TRUNCATED', 'De laatste rij (regel 22) heeft 1 van de 2 kolommen'],
    ['a quote that never closes', `a;b\n${goodRows(20)}"x;y\n${goodRows(20)}`, 'NOT_CSV', 'In de rij op regel 22 wordt een aanhalingsteken geopend dat nergens sluit'],
    ['the same below a blank line', `\na;b\n\nx;y\n"x;y\n${goodRows(20)}`, 'NOT_CSV', 'In de rij op regel 5'],
    ['a quote that closes rows further', '1;2\n3;4\n"5;6\n7;8\n9";10\n11;12\n', 'NOT_CSV', 'De rij op regel 3 loopt door op de volgende regel'],
    ['the same with CRLF', 'a;b\r\n1;2\r\n3;"4\r\n5";6\r\n7;8\r\n', 'NOT_CSV', 'De rij op regel 3 loopt door'],
    ['a row without end', `a;b\nx;y\n${'x'.repeat(1_000_002)};y\n`, 'NOT_CSV', 'De rij op regel 3 is langer dan 1.000.000 tekens'],
    ['bad rows, more than a tenth', `a;b\n${goodRows(4)}x\n${goodRows(4)}`, 'TOO_MANY_BAD_ROWS', 'Niet te lezen: 1 van de 9 rijen'],
  ] as const)('%s', async (_, content, code, sentence) => {
    const refused = await read(content).then(() => undefined, (error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefused);
    expect(refused).toMatchObject({ code });
    expect((refused as FileRefused).message).toContain(sentence);
  });
});
