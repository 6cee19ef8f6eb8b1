import { RowParsed, RowVanished, type RunView } from '@gids/contracts';
import { FetcherUnderTest } from './testing/fetcher-under-test.js';
import { branchCode, fileOf, school, schools, type Cells } from './testing/source-file.js';

let subject: FetcherUnderTest;

beforeAll(async () => {
  subject = await FetcherUnderTest.create();
  await subject.start();
});

beforeEach(() => subject.clear());

afterAll(() => subject.close());

/** The same school under another bronID. */
const renumbered = (number: number, to: number, changes: Cells = {}): Cells =>
  school(number, { VESTIGINGSCODE: branchCode(to), INSTELLINGSCODE: branchCode(to).slice(0, 4), ...changes });

/** A file after the one with the schools 0 to 150. */
async function importAfter(rows: readonly Cells[]): Promise<RunView> {
  await subject.importFile(fileOf('duo-po', schools(0, 150)));
  return subject.settled(await subject.push(fileOf('duo-po', rows)));
}

async function vanishedIn(run: RunView): Promise<object[]> {
  return (await subject.eventsOf(run.id)).filter(({ type }) => type === RowVanished.type).map(({ data }) => data);
}

const reference = { importId: 'duo', sourceId: 'duo-po' };

describe('a record that comes back under another BronID', () => {
  it('R96 is told as one proposal, beside the addition', async () => {
    const run = await importAfter([...schools(1, 150), renumbered(0, 900)]);
    expect(run.counts).toMatchObject({ read: 150, added: 1, vanished: 1, unchanged: 149 });
    expect(await vanishedIn(run)).toEqual([{ ...reference, recordId: branchCode(0), renumberedTo: branchCode(900) }]);
    expect((await subject.eventsOf(run.id)).filter(({ type }) => type === RowParsed.type).map((event) => event.subject)).toEqual([branchCode(900)]);
  });

  it('R96 R8 is no closure and hides nobody: any number of them lets the run go on', async () => {
    const run = await importAfter([...schools(60, 150), ...Array.from({ length: 60 }, (_, number) => renumbered(number, 900 + number))]);
    expect(run).toMatchObject({ state: 'RUNNING', findings: [], counts: { added: 60, vanished: 60 } });
  });

  it('R96 R8 is one line of what a held run would do', async () => {
    const run = await importAfter([...schools(31, 170), renumbered(0, 900), renumbered(1, 901, { DENOMINATIE: 'Nooit vertoond' })]);
    expect(run).toMatchObject({ state: 'HELD', counts: { added: 22, vanished: 31 } });
    expect(run.findings.map(({ code, measured }) => [code, measured])).toEqual([['TOO_MANY_CLOSURES', 29], ['TOO_MANY_HIDDEN', 30]]);
    const { items, total } = await subject.listStaged(run.id);
    expect(total).toBe(51);
    expect(items.slice(20, 22)).toEqual([
      { outcome: 'renumbered', recordId: branchCode(0), name: 'Proefschool 0', renumberedTo: branchCode(900), wouldBeHidden: false },
      // The new one has an error of its own: nobody would see it.
      { outcome: 'renumbered', recordId: branchCode(1), name: 'Proefschool 1', renumberedTo: branchCode(901), wouldBeHidden: true },
    ]);
    expect((await subject.listStaged(run.id, { outcomes: ['added'] })).total).toBe(20);
    expect((await subject.listStaged(run.id, { outcomes: ['renumbered'], page: 2, pageSize: 1 })).items).toMatchObject([{ recordId: branchCode(1) }]);
  });

  it.each<[string, Cells]>([
    ['another name', renumbered(0, 900, { VESTIGINGSNAAM: 'Andere school' })],
    ['another address', renumbered(0, 900, { 'HUISNUMMER-TOEVOEGING': '99' })],
    ['no address to know it by', renumbered(0, 900, { POSTCODE: '' })],
  ])('R96 is not proposed with %s', async (_, row) => {
    expect(await vanishedIn(await importAfter([...schools(1, 150), row]))).toEqual([{ ...reference, recordId: branchCode(0) }]);
  });

  it('R96 is not proposed where two new ones could be meant, or two that vanished', async () => {
    const twins = (from: number) => [renumbered(0, from), renumbered(0, from + 1)];
    expect(await vanishedIn(await importAfter([...schools(1, 150), ...twins(900)]))).toEqual([{ ...reference, recordId: branchCode(0) }]);
    await subject.clear();
    await subject.importFile(fileOf('duo-po', [...schools(1, 150), ...twins(900)]));
    const run = await subject.importFile(fileOf('duo-po', [...schools(1, 150), renumbered(0, 905)]));
    expect(await vanishedIn(run)).toEqual([900, 901].map((number) => ({ ...reference, recordId: branchCode(number) })));
  });

  it('R96 is not proposed to a record that was at the source before: it has a history of its own', async () => {
    await subject.importFile(fileOf('duo-po', schools(0, 150)));
    await subject.importFile(fileOf('duo-po', [...schools(1, 150), renumbered(0, 900)]));
    const run = await subject.importFile(fileOf('duo-po', schools(0, 150)));
    expect(run.counts).toMatchObject({ added: 1, vanished: 1 });
    expect(await vanishedIn(run)).toEqual([{ ...reference, recordId: branchCode(900) }]);
  });

  it('R8 stays as it was under the old one where the run goes on without removals', async () => {
    const run = await importAfter([...schools(31, 150), renumbered(0, 900)]);
    await subject.decide(run.id, 'APPLY_WITHOUT_REMOVALS');
    expect((await subject.complete(run.id)).counts).toMatchObject({ added: 1, vanished: 0 });
    expect(await vanishedIn(run)).toEqual([]);
  });
});
