import { mostNamedDuplicates, NewDuplicatesFound, type DataOf, type Duplicate } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { recordState } from '../testing/record-facts.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, type TestRun } from '../testing/test-source.js';
import { newlyBlocking } from './new-duplicates.js';

const [one, other] = [sameAddress, { ...sameAddress, gidsId: 124 }];

describe('what is a new duplicate (R74)', () => {
  const fresh = (before: Duplicate[] | undefined, now: Duplicate[], different = {}) =>
    newlyBlocking(before && { duplicates: before }, recordState({ duplicates: now, ...different }));

  it('R74 one of a record that is new, or had it not', () => {
    expect(fresh(undefined, [one])).toEqual([123]);
    expect(fresh([one], [one, other])).toEqual([124]);
  });

  it('R74 none that it had, whatever else became of it', () => {
    expect(fresh([one], [{ ...one, name: 'Anders', score: 1 }])).toEqual([]);
  });

  it('R74 one that was hidden, or did not count, and does now (table 5.3 row 7)', () => {
    expect(fresh([{ ...one, visible: false }, { ...other, counts: false }], [one, other])).toEqual([123, 124]);
  });

  it('R74 A3 none that the public does not see, or that does not count', () => {
    expect(fresh([], [{ ...one, visible: false }, { ...other, counts: false }])).toEqual([]);
  });

  it.each([
    ['on action 3', { publicationAction: 'DO_NOT_SHOW' }],
    ['linked', { linkedOrganisationId: 9 }],
    ['gone at the source', { missingAtSource: true }],
    ['erased', { suppressed: true }],
  ])('R74 none of a record that is %s', (_, different) => {
    expect(fresh([], [one], different)).toEqual([]);
  });
});

describe('the message of new duplicates', () => {
  let publisher: PublisherUnderTest;
  let manager: TestManager;

  beforeAll(async () => {
    publisher = await PublisherUnderTest.create();
    await publisher.start();
    await publisher.start();
  });
  afterAll(() => publisher.close());
  beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

  type Told = DataOf<typeof NewDuplicatesFound>;
  const toldOf = async ({ id }: TestRun): Promise<Told[]> => (await publisher.told(NewDuplicatesFound, id)).map(({ data }) => data);
  const toldOutsideRuns = async (): Promise<Told[]> =>
    (await publisher.told(NewDuplicatesFound)).filter(({ runid, data }) => runid === undefined && data.importId === manager.importId).map(({ data }) => data);
  const records = (count: number) => Array.from({ length: count }, (_, index) => `R${String(index).padStart(4, '0')}`);
  const left = () => publisher.rows('SELECT FROM new_duplicate');

  it('R74 40 new duplicates in a run are one message that lists 40; the identical run tells nothing', async () => {
    const situation = (run: TestRun) => [...records(40).map((id) => run.duplicate(id, [one])), run.clean('GOED')];
    const [message, ...more] = await toldOf(await manager.run(1, situation));
    expect(more).toEqual([]);
    expect(message).toMatchObject({ importId: manager.importId, sourceId: manager.source.sourceId, total: 40 });
    expect(message?.records.map(({ recordId }) => recordId)).toEqual(records(40));
    const { id: importRecordId, gidsId } = await manager.record('R0000');
    expect(message?.records[0]).toEqual({
      ...{ importRecordId, recordId: 'R0000', gidsId, name: 'Basisschool R0000' },
      duplicates: [{ gidsId: 123, name: 'De Regenboog', reason: 'Zelfde adres (9311AB 13)' }],
    });
    expect(await left()).toEqual([]);
    expect(await toldOf(await manager.run(2, situation))).toEqual([]);
  });

  it('R74 3,000 in a first run are one message too, that counts all and names some', async () => {
    const run = await manager.run(1, (first) => records(3_000).map((id) => first.duplicate(id, [one])));
    const [message, ...more] = await toldOf(run);
    expect(more).toEqual([]);
    expect(message?.total).toBe(3_000);
    expect(message?.records).toHaveLength(mostNamedDuplicates);
    expect(await left()).toEqual([]);
  });

  it('R74 a duplicate that is gone and back is new again, one that stays is not', async () => {
    await manager.run(1, (run) => [run.duplicate('A', [one, other])]);
    expect(await toldOf(await manager.run(2, (run) => [run.duplicate('A', [other])]))).toEqual([]);
    expect(await toldOf(await manager.run(3, (run) => [run.duplicate('A', [one, other])]))).toMatchObject([{ total: 1, records: [{ recordId: 'A', duplicates: [{ gidsId: 123 }] }] }]);
  });

  it('R39 R74 what a run found of a record that it did not bring is in the same message', async () => {
    await manager.run(1, (run) => [run.clean('A')]);
    const run = await manager.run(2, (second) => [second.duplicate('B', [one]), second.reevaluated('A', [one])]);
    expect((await toldOf(run)).map(({ total, records: named }) => [total, ...named.map(({ recordId }) => recordId)])).toEqual([[2, 'A', 'B']]);
  });

  it('R74 what came and went within one run is not told', async () => {
    const run = manager.source.run(1);
    await publisher.handle(run.duplicate('A', [one]));
    await publisher.handle(run.reevaluated('A', []));
    await publisher.handle(...run.ended({ added: 2 }));
    expect(await toldOf(run)).toEqual([]);
    expect(await left()).toEqual([]);
  });

  it('R74 nothing is told of records on action 3 or linked', async () => {
    await manager.run(1, (run) => [run.clean('A')]);
    await manager.setAction('A', 'DO_NOT_SHOW');
    expect(await toldOf(await manager.run(2, (run) => [run.duplicate('A', [one])]))).toEqual([]);
    await publisher.handle(manager.source.duplicatesChanged('A', [one, other]));
    expect(await toldOutsideRuns()).toEqual([]);
  });

  it('R74 a run that never ended does not make its finds be lost: the next one tells of them', async () => {
    await publisher.handle(manager.source.run(1).duplicate('A', [one]));
    expect(await toldOf(await manager.run(2, (run) => [run.clean('B')]))).toMatchObject([{ total: 1, records: [{ recordId: 'A' }] }]);
  });

  it('R37 R74 what an edit of the directory brought about is told at once, of all records together', async () => {
    await manager.run(1, (run) => [run.clean('A'), run.clean('B'), run.duplicate('C', [one])]);
    const changes = ['A', 'B', 'C'].map((id) => manager.source.duplicatesChanged(id, [one]));
    await publisher.handle(...changes);
    expect((await toldOutsideRuns()).map(({ total, records: named }) => [total, ...named.map(({ recordId }) => recordId)])).toEqual([[2, 'A', 'B']]);
    await publisher.handle(...['A', 'B'].map((id) => manager.source.duplicatesChanged(id, [{ ...one, name: 'Anders' }])));
    expect(await toldOutsideRuns()).toHaveLength(1);
    expect(await toldOf(await manager.run(2, (run) => [run.duplicate('A', [one])]))).toEqual([]);
  });

  it('R74 what a person decided is no news to him', async () => {
    await manager.run(1, (run) => [run.clean('A')]);
    const changed = manager.source.duplicatesChanged('A', [one]);
    await publisher.handle({ ...changed, data: { ...(changed.data as object), cause: 'POLICY', by: 'i.manager' } });
    expect((await manager.record('A')).status).toBe('DUPLICATES_FOUND');
    expect(await toldOutsideRuns()).toEqual([]);
  });
});
