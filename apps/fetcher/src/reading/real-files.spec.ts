import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { inspectBytes } from './inspect-bytes.js';
import type { ReadRow } from './judge-row.js';
import { readRows } from './read-rows.js';
import { checkWholeFile } from './whole-file-checks.js';

const folder = process.env['GIDS_REAL_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data');
const judgeHeader = () => [];

const read = async (open: () => AsyncIterable<Uint8Array>) => {
  const facts = await inspectBytes(open());
  const layout = checkWholeFile(facts, { judgeHeader });
  const rows: ReadRow[] = [];
  for await (const batch of readRows(open(), layout)) rows.push(...batch);
  return { facts, layout, rows };
};

if (existsSync(folder)) {
  describe('R4 R5 the files as DUO and LRK publish them', () => {
    it.each([
      ['duo-po-2021-10.csv', 6215, 30, ';', 'windows-1252', 0],
      ['duo-po-2026-04.csv', 6107, 31, ';', 'windows-1252', 0],
      ['duo-po-2026-08.csv', 6122, 31, ';', 'windows-1252', 0],
      ['duo-vo-2020-12.csv', 1619, 31, ';', 'windows-1252', 0],
      ['duo-so-2026-sample.csv', 9, 34, ';', 'utf-8', 0],
      ['duo-vo-2026-10-sample.csv', 6, 32, ';', 'utf-8', 0],
      ['lrk-made-before.csv', 31_800, 35, ';', 'utf-8', 3],
      ['duo-vs-bag-city-forms.csv', 99, 3, ',', 'utf-8', 0],
      ['lrk-amsterdam-2016-names.csv', 1032, 7, ',', 'utf-8', 0],
    ] as const)('%s: %i rows of %i columns', async (name, count, columns, delimiter, encoding, bomBytes) => {
      const { facts, layout, rows } = await read(() => createReadStream(join(folder, name)));
      expect(facts).toMatchObject({ kind: 'text', encoding, bomBytes, endsWithNewline: true, lines: count + 1 });
      expect(layout).toMatchObject({ delimiter, header: { length: columns } });
      expect(rows).toHaveLength(count);
      expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([]);
      expect(rows.at(-1)?.line).toBe(count + 1);
    });

    it('reads quotes, curly apostrophes and towns that begin with an apostrophe as they are', async () => {
      const { layout, rows } = await read(() => createReadStream(join(folder, 'duo-po-2026-08.csv')));
      const names = rows.map(({ cells }) => cells[layout.header.indexOf('VESTIGINGSNAAM')]);
      const towns = rows.map(({ cells }) => cells[layout.header.indexOf('PLAATSNAAM')]);
      expect(names).toEqual(expect.arrayContaining(['Basisschool "De Maasparel"', 'Dalton Kindcentrum ’t Kompas']));
      expect(towns.filter((town) => town === "'S-GRAVENHAGE")).toHaveLength(138);
    });

    it('keeps the apostrophes around LRK contacts and the zeros before its numbers', async () => {
      const head = (await readFile(join(folder, 'lrk-made-before.csv'), 'utf8')).split('\r\n', 2).join('\r\n');
      const { layout, rows } = await read(() => Readable.from([Buffer.from(`${head}\r\n`)]));
      const first = Object.fromEntries(layout.header.map((name, index) => [name, rows[0]?.cells[index]]));
      expect(first).toMatchObject({ lrk_id: '431878760', contact_website: "''", bag_id: '0394018074497972', cbs_code: '0394' });
    });
  });

  describe('R8 a real file that was cut off is refused', () => {
    it.each(['duo-po-2026-08.csv', 'lrk-made-before.csv'])('%s', async (name) => {
      const bytes = await readFile(join(folder, name));
      const cuts = {
        'at 37 %': bytes.subarray(0, Math.floor(bytes.length * 0.37)),
        'inside the last field': bytes.subarray(0, -5),
        'on a row border, without the line end': bytes.subarray(0, bytes.lastIndexOf('\r\n', bytes.length - 3)),
      };
      for (const cut of Object.values(cuts)) {
        await expect(read(() => Readable.from([cut]))).rejects.toMatchObject({ code: 'TRUNCATED' });
      }
    });

    it('on a row border with its line end, by the length that was announced', async () => {
      const bytes = await readFile(join(folder, 'duo-po-2026-08.csv'));
      const cut = bytes.subarray(0, bytes.lastIndexOf('\r\n', bytes.length - 3) + 2);
      const facts = await inspectBytes(Readable.from([cut]));
      expect(() => checkWholeFile(facts, { judgeHeader, declaredBytes: bytes.length })).toThrow(
        expect.objectContaining({ code: 'TRUNCATED' }),
      );
    });

    it('when its last row lost a field, though the line end is there', async () => {
      const bytes = await readFile(join(folder, 'duo-po-2026-08.csv'));
      const cut = Buffer.concat([bytes.subarray(0, bytes.lastIndexOf(';')), Buffer.from('\r\n')]);
      await expect(read(() => Readable.from([cut]))).rejects.toMatchObject({
        code: 'TRUNCATED',
        message: expect.stringContaining('De laatste rij (regel 6.123) heeft 30 van de 31 kolommen'),
      });
    });
  });
}
