import { fileCountsAddUp, NoDuplicateFound, RowParsed, RunCompleted, RunFetched, RunProgressed, SourceReevaluated } from '@gids/contracts';
import { packFrames } from '@gids/messaging';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { leftOut, sameAddress, TestSource, unusable, type TestRun } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

async function completionOf(run: TestRun) {
  const told = await publisher.told(RunCompleted, run.id);
  expect(told).toHaveLength(1);
  return told[0]!;
}

const completions = async (run: TestRun) => (await publisher.told(RunCompleted, run.id)).length;

describe('the end of a run', () => {
  it('is told once when the last frame comes after its end was announced', async () => {
    const run = source.run(1);
    await publisher.handle(...run.ended({ added: 2 }));
    await publisher.handle(run.clean('A'));
    expect(await completions(run)).toBe(0);
    await publisher.handle(run.clean('B'));
    expect((await completionOf(run)).data).toMatchObject({ importId: 'duo', runNumber: 1, startedAt: '2026-08-04T06:00:00.000Z' });
  });

  it('is told once when its end is announced after the last frame', async () => {
    const run = source.run(1);
    await publisher.handle(run.clean('A'), run.clean('B'));
    expect(await completions(run)).toBe(0);
    await publisher.handle(...run.ended({ added: 2 }));
    const { data, runid, runsequence, subject } = await completionOf(run);
    expect({ runid, runsequence, subject }).toEqual({ runid: run.id, runsequence: 1, subject: source.sourceId });
    expect(data.counts).toMatchObject({ added: 2, visible: 2 });
  });

  it('comes at once when nothing had to be sent', async () => {
    const run = source.run(2);
    await publisher.handle(source.run(1).clean('A'));
    await publisher.handle(...run.ended({ unchanged: 1 }));
    expect((await completionOf(run)).data.counts).toMatchObject({ read: 1, unchanged: 1, added: 0, visible: 1 });
  });

  it('waits for what was sent, not for what differs: a full run sends unchanged rows too', async () => {
    const run = source.run(1);
    await publisher.handle(...run.ended({ unchanged: 2 }, 2));
    expect(await completions(run)).toBe(0);
    await publisher.handle(run.clean('A'), run.clean('B'));
    expect((await completionOf(run)).data.counts).toMatchObject({ read: 2, unchanged: 2, visible: 2 });
  });

  it('R39 waits until the whole source has been compared with the directory, and for what that changed', async () => {
    const run = source.run(2);
    await publisher.handle(source.run(1).clean('A'), source.run(1).clean('B'));
    await publisher.handle(run.fetched({ unchanged: 2 }));
    expect(await completions(run)).toBe(0);
    await publisher.handle(run.compared(1));
    expect(await completions(run)).toBe(0);
    await publisher.handle(run.reevaluated('A', [sameAddress]));
    expect((await completionOf(run)).data.counts).toMatchObject({ unchanged: 2, visible: 1, notVisible: 1, duplicatesFound: 1 });
  });

  it('is told once when it is announced again', async () => {
    const run = source.run(1);
    await publisher.handle(run.clean('A'));
    await publisher.handle(...run.ended({ added: 1 }));
    await publisher.handle(...run.ended({ added: 1 }));
    await publisher.handle(run.clean('A'));
    await completionOf(run);
  });

  it('is told once when two publishers race for it, every time', async () => {
    const runs = Array.from({ length: 12 }, () => new TestSource().run(1));
    const frames = runs.flatMap((run) => [...packFrames([run.clean('A')]), ...packFrames([run.clean('B')]), ...packFrames(run.ended({ added: 2 }))]);
    await publisher.send(...frames);
    await publisher.handled(frames);
    expect(await Promise.all(runs.map(completions))).toEqual(runs.map(() => 1));
  });
});

describe('the counts of a run', () => {
  it('add up over every way a record can end', async () => {
    await publisher.handle(...['VANISHES', 'CHANGES', 'STAYS'].map((id) => source.run(1).clean(id)));
    const run = source.run(2);
    await publisher.handle(
      run.clean('NEW'),
      run.clean('WARNED', { issues: [leftOut] }),
      run.clean('WITHHELD', { makeVisible: false }),
      run.clean('CHANGES', { organisation: { name: 'Anders' } }),
      run.clean('ERROR', { issues: [unusable, leftOut] }),
      run.clean('INVALID', { organisation: { name: ' ' } }),
      run.duplicate('DUPLICATE', [sameAddress]),
      run.duplicate('INVISIBLE', [{ ...sameAddress, visible: false }]),
      run.failed('NOTHING'),
      run.vanished('VANISHES'),
      run.rejected(12),
    );
    await publisher.handle(...run.ended({ added: 8, changed: 1, unchanged: 1, vanished: 1, rejected: 1 }));
    const { counts } = (await completionOf(run)).data;
    expect(counts).toEqual({
      ...{ read: 11, added: 8, changed: 1, unchanged: 1, vanished: 1, rejected: 1 },
      ...{ conversionErrors: 2, validationErrors: 1, duplicatesFound: 1, visible: 5, notVisible: 5, warnings: 2, setAside: 0 },
    });
    expect(fileCountsAddUp(counts)).toBe(true);
    expect(counts.visible + counts.notVisible).toBe(counts.added + counts.changed + counts.unchanged);
  });

  it('are of the run\'s own source', async () => {
    const [one, other] = [source.run(1), new TestSource().run(1)];
    await publisher.handle(one.clean('A'), other.clean('A'), other.clean('B'));
    await publisher.handle(...one.ended({ added: 1 }));
    expect((await completionOf(one)).data.counts).toMatchObject({ visible: 1 });
  });
});

describe('events that were set aside', () => {
  it('are not waited for, and are counted', async () => {
    const run = source.run(1);
    await publisher.handle(...run.ended({ added: 3 }));
    await publisher.handle(run.clean('A'));
    await publisher.handle(run.setAside(RowParsed.type, 2));
    expect((await completionOf(run)).data.counts).toMatchObject({ added: 3, visible: 1, setAside: 2 });
  });

  it('may be told before anything else of the run', async () => {
    const run = source.run(1);
    await publisher.handle(run.setAside(NoDuplicateFound.type, 1));
    expect(await publisher.told(RunProgressed, run.id)).toEqual([]);
    await publisher.handle(...run.ended({ added: 2 }));
    expect(await completions(run)).toBe(0);
    await publisher.handle(run.clean('A'));
    expect((await completionOf(run)).data.counts).toMatchObject({ setAside: 1 });
  });

  it('that are no records, such as a report, do not count as records', async () => {
    const run = source.run(1);
    await publisher.handle(...run.ended({ added: 1 }));
    await publisher.handle(run.setAside(RunProgressed.type, 1), run.setAside(RunFetched.type, 1), run.setAside(RunCompleted.type, 1));
    expect(await completions(run)).toBe(0);
    await publisher.handle(run.clean('A'));
    expect((await completionOf(run)).data.counts).toMatchObject({ setAside: 0 });
  });

  it.each<[string, (run: TestRun) => ReturnType<TestRun['setAside']>]>([
    ['its result', (run) => run.setAside(SourceReevaluated.type, 1)],
    ['its cause, by the deduplicator', (run) => ({ ...run.setAside(RunFetched.type, 1), data: { service: 'deduplicator', eventType: RunFetched.type, count: 1 } })],
  ])('let a run end without its comparison where %s is lost', async (_, lost) => {
    const run = source.run(1);
    await publisher.handle(run.clean('A'), run.fetched({ added: 1 }));
    expect(await completions(run)).toBe(0);
    await publisher.handle(lost(run));
    expect((await completionOf(run)).data.counts).toMatchObject({ visible: 1, setAside: 0 });
  });

  it('by the publisher itself let its run end too', async () => {
    const run = source.run(1);
    const broken = { ...run.clean('BROKEN'), data: { nothing: true } };
    await publisher.handle(run.clean('A'), broken);
    await publisher.handle(...run.ended({ added: 2 }));
    expect((await completionOf(run)).data.counts).toMatchObject({ visible: 1, setAside: 1 });
  });
});

describe('rejected rows', () => {
  it('are kept with line, field and reason, once each', async () => {
    const run = source.run(1);
    await publisher.handle(run.rejected(12), run.rejected(13, '16AH00'));
    await publisher.handle(run.rejected(12));
    expect(await publisher.rows('SELECT line, source_id, record_id, code, field, value, message FROM rejected_row WHERE run_id = $1 ORDER BY line', [run.id])).toEqual([
      { line: 12, source_id: source.sourceId, record_id: null, code: 'columnCount', field: '', value: '1 | 2', message: 'Regel 12: 2 velden in plaats van 30.' },
      { line: 13, source_id: source.sourceId, record_id: '16AH00', code: 'columnCount', field: '', value: '1 | 2', message: 'Regel 13: 2 velden in plaats van 30.' },
    ]);
    expect(await publisher.rows('SELECT FROM import_record WHERE source_id = $1', [source.sourceId])).toEqual([]);
  });
});

describe('progress', () => {
  it('is told with the first frame and then at most twice a second, however many publishers count', async () => {
    const run = source.run(1);
    const started = Date.now();
    const frames = Array.from({ length: 60 }, (_, index) => packFrames([run.clean(`R${index}`)])).flat();
    await publisher.send(...frames);
    await publisher.handled(frames);
    const told = await publisher.told(RunProgressed, run.id);
    const halves = Math.ceil((Date.now() - started) / 500);
    expect(told[0]?.data).toMatchObject({ importId: 'duo', sourceId: source.sourceId });
    expect(told.length).toBeLessThanOrEqual(1 + halves);
  });

  it('says how many must arrive once that is known', async () => {
    const run = source.run(1);
    await publisher.handle(run.fetched({ added: 2 }));
    expect((await publisher.told(RunProgressed, run.id)).map(({ data }) => data)).toEqual([{ importId: 'duo', sourceId: source.sourceId, processed: 0, expected: 2 }]);
  });
});
