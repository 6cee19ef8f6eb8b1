import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RowParsed, RowVanished, type FileCounts, type RunView } from '@gids/contracts';
import { FetcherUnderTest } from './testing/fetcher-under-test.js';

/** Real and made source files; these cases exist only where the files do. */
const folder = process.env['GIDS_REAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

if (existsSync(folder)) {
  let subject: FetcherUnderTest;

  beforeAll(async () => {
    subject = await FetcherUnderTest.create();
    await subject.start();
  });

  afterAll(() => subject.close());

  const importFile = (sourceId: string, file: string) => subject.importFile(readFileSync(join(folder, file)), { sourceId });

  const countsOf = ({ counts: { read, added, changed, unchanged, vanished, rejected } }: RunView): FileCounts => ({ read, added, changed, unchanged, vanished, rejected });

  async function expectSent(run: RunView): Promise<void> {
    const types = (await subject.eventsOf(run.id)).map(({ type }) => type);
    const { added, changed, vanished } = run.counts;
    expect(types.filter((type) => type === RowParsed.type)).toHaveLength(added + changed);
    expect(types.filter((type) => type === RowVanished.type)).toHaveLength(vanished);
  }

  describe('files of the real shape', () => {
    it('R2 primary schools: everything, then the differences, then nothing', async () => {
      const first = await importFile('duo-po', 'duo-po-2026-04.csv');
      expect(countsOf(first)).toEqual({ read: 6_107, added: 6_107, changed: 0, unchanged: 0, vanished: 0, rejected: 0 });
      const second = await importFile('duo-po', 'duo-po-2026-08.csv');
      expect(countsOf(second)).toEqual({ read: 6_122, added: 17, changed: 62, unchanged: 6_043, vanished: 2, rejected: 0 });
      await expectSent(second);
      const third = await importFile('duo-po', 'duo-po-2026-08.csv');
      expect(countsOf(third)).toEqual({ read: 6_122, added: 0, changed: 0, unchanged: 6_122, vanished: 0, rejected: 0 });
      await expectSent(third);
    });

    it('R5 secondary schools with the column names of before', async () => {
      const run = await importFile('duo-vo', 'duo-vo-2020-12.csv');
      expect(run.counts.added).toBe(run.counts.read - run.counts.rejected);
      expect(run.counts.read).toBeGreaterThan(1_000);
    });

    it('R2 childcare: everything, then what really changed, formatting left aside', async () => {
      expect(countsOf(await importFile('lrk', 'lrk-made-before.csv'))).toMatchObject({ added: 31_800, rejected: 0 });
      const second = await importFile('lrk', 'lrk-made-after.csv');
      expect(countsOf(second)).toMatchObject({ added: 120, changed: 313, vanished: 60, rejected: 0 });
      await expectSent(second);
    }, 240_000);
  });
}
