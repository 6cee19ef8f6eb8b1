import { hasRealData, realFile } from './support/paths.js';
import { importFile, type RunJson } from './support/installation.js';
import { readResult } from './support/result.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

const inWords = ({ status, aantallen: { gelezen, toegevoegd, gewijzigd, ongewijzigd, verdwenen, afgekeurd } }: RunJson) =>
  `${status}: ${gelezen} = ${toegevoegd} + ${gewijzigd} + ${ongewijzigd} + ${afgekeurd}, ${verdwenen} verdwenen`;

if (hasRealData) {
  describe('the real files, imported in the standalone form', () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let standalone: Standalone;

    beforeAll(async () => {
      folder = await temporaryFolder();
      standalone = await Standalone.start(folder.path);
    });

    afterAll(async () => {
      await standalone.stop();
      await folder.remove();
    });

    const imported = async (source: string, file: string) => inWords(await importFile(standalone, source, realFile(file)));

    it('R1 R2 R4 the schools of April, of August and of August again', async () => {
      expect(await imported('duo-po', 'duo-po-2026-04.csv')).toBe('voltooid: 6107 = 6107 + 0 + 0 + 0, 0 verdwenen');
      expect(await imported('duo-po', 'duo-po-2026-08.csv')).toBe('voltooid: 6122 = 17 + 62 + 6043 + 0, 2 verdwenen');
      expect(await imported('duo-po', 'duo-po-2026-08.csv')).toBe('voltooid: 6122 = 0 + 0 + 6122 + 0, 0 verdwenen');
    });

    it('R16 schools of all twelve provinces are there', async () => {
      const provinces = new Set((await contents('duo-po')).map((content) => content.attributes['province']));
      expect(provinces.size).toBe(12);
    });

    it('R4 the old column names of 2020', async () => {
      expect(await imported('duo-vo', 'duo-vo-2020-12.csv')).toBe('voltooid: 1619 = 1619 + 0 + 0 + 0, 0 verdwenen');
    });

    it('R4 N34 childcare before and after; no childminder is visible or named', async () => {
      expect(await imported('lrk', 'lrk-made-before.csv')).toBe('voltooid: 31800 = 31800 + 0 + 0 + 0, 0 verdwenen');
      expect(await imported('lrk', 'lrk-made-after.csv')).toBe('voltooid: 31860 = 120 + 313 + 31427 + 0, 60 verdwenen');
      const rows = (await readResult(await standalone.databaseUrl())).filter(({ record }) => record.startsWith('lrk '));
      const childminders = rows.filter(({ content }) => content?.includes('"CHILDMINDER"'));
      expect(childminders.length).toBeGreaterThan(12_000);
      expect(childminders.filter(({ visible, organisationVisible }) => visible || organisationVisible)).toEqual([]);
      expect(childminders.filter(({ name }) => !/^Voorziening voor gastouderopvang \d{9}$/.test(name))).toEqual([]);
    });

    it('R4 the old column names of 2021, in an installation of their own', async () => {
      const other = await temporaryFolder();
      const fresh = await Standalone.start(other.path);
      const run = await importFile(fresh, 'duo-po', realFile('duo-po-2021-10.csv'));
      await fresh.stop();
      await other.remove();
      expect(inWords(run)).toBe('voltooid: 6215 = 6215 + 0 + 0 + 0, 0 verdwenen');
    });

    async function contents(source: string) {
      const rows = await readResult(await standalone.databaseUrl());
      return rows
        .filter(({ record, content }) => record.startsWith(`${source} `) && content !== null)
        .map(({ content }) => JSON.parse(content ?? '{}') as { attributes: Record<string, string> });
    }
  });
}
