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

  beforeEach(() => subject.clear());

  const read = (file: string) => readFileSync(join(folder, file));
  const importFile = (sourceId: string, file: string) => subject.importFile(read(file), { sourceId });

  const inFifth = (lrkId: string) => /[05]$/.test(lrkId);

  /** The rows of a fifth of the registrations; the end-to-end runs import them all. */
  function fifthOf(name: string): { file: Buffer; types: Map<string, string> } {
    const [header = '', ...rows] = read(name).toString().split(/(?<=\n)/);
    const kept = rows.filter((row) => inFifth(row.slice(0, row.indexOf(';'))));
    return { file: Buffer.from(header + kept.join('')), types: new Map(kept.map((row) => row.split(';', 2) as [string, string])) };
  }

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

    it('R8 R96 primary schools of five years later: held, with the schools that only got another code as one line each', async () => {
      await importFile('duo-po', 'duo-po-2021-10.csv');
      const held = await subject.settled(await subject.push(read('duo-po-2026-04.csv')));
      expect(held).toMatchObject({ state: 'HELD', counts: { read: 6_107, added: 117, vanished: 225, rejected: 0 } });
      expect(held.findings.map(({ code }) => code)).toEqual(['TOO_MANY_CLOSURES', 'TOO_MANY_HIDDEN', 'TOO_MANY_CHANGES']);
      const { items } = await subject.listStaged(held.id, { outcomes: ['renumbered'] });
      expect(items.map(({ recordId, name, renumberedTo }) => `${recordId} ${renumberedTo} ${name}`)).toEqual([
        '24PC00 11EL02 Dynamis',
        '12TN00 11FY01 Openbare Basisschool Kudelstaart',
        '04ON01 32DU00 Tamarschool',
        '18MO00 18YS03 Wantijschool voor Openbaar Basisonderwijs',
        '04MZ00 22LK03 Kindcentrum De Rank',
      ]);
    });

    it('R2 a fifth of all childcare: everything, then what really changed, formatting left aside', async () => {
      const truth = JSON.parse(read('lrk-made-truth.json').toString()) as Record<'addedIds' | 'removedIds' | 'changedIds', string[]>;
      const before = fifthOf('lrk-made-before.csv');
      const first = await subject.importFile(before.file, { sourceId: 'lrk' });
      expect(countsOf(first)).toMatchObject({ read: before.types.size, added: before.types.size, rejected: 0 });

      const second = await subject.importFile(fifthOf('lrk-made-after.csv').file, { sourceId: 'lrk' });
      const events = await subject.eventsOf(second.id);
      const idsOf = (wanted: string, change?: string) =>
        events.filter(({ type, data }) => type === wanted && data['change'] === change).map((event) => event.subject ?? '').sort();
      expect(idsOf(RowParsed.type, 'added')).toEqual(truth.addedIds.filter(inFifth).sort());
      expect(idsOf(RowVanished.type)).toEqual(truth.removedIds.filter(inFifth).sort());
      // Of a childminder most of what changed may not be known (N34).
      const isOrganisation = (id: string) => before.types.get(id) !== 'VGO';
      const changed = idsOf(RowParsed.type, 'changed');
      expect(changed.filter(isOrganisation)).toEqual(truth.changedIds.filter((id) => inFifth(id) && isOrganisation(id)).sort());
      expect(changed.filter((id) => !truth.changedIds.includes(id))).toEqual([]);
      expect(second.findings).toEqual([]);
    });
  });
}
