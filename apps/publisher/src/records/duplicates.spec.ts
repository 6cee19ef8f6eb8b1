import { ListImportRecords, ShowImportRecord } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { sameAddress, TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

async function record(recordId = '16AH00') {
  const { items } = await publisher.ask(ListImportRecords, { sourceId: source.sourceId, recordId, page: 1, pageSize: 10, sort: [] });
  return publisher.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
}

const hidden = { ...sameAddress, visible: false };

describe('duplicates that change without a run (R37-R39)', () => {
  it('R37 R39 hide an imported organisation when an editor shows the same one', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await publisher.handle(source.duplicatesChanged('16AH00', [sameAddress]));
    expect(await record()).toMatchObject({ status: 'DUPLICATES_FOUND', visible: false, duplicates: [sameAddress] });
  });

  it('R33 R38 show it again when that one is hidden, and when it is gone', async () => {
    await publisher.handle(source.run(1).duplicate('16AH00', [sameAddress]));
    await publisher.handle(source.duplicatesChanged('16AH00', [hidden]));
    expect(await record()).toMatchObject({ status: 'SUCCESS', visible: true });
    await publisher.handle(source.duplicatesChanged('16AH00', [sameAddress]));
    expect(await record()).toMatchObject({ visible: false });
    await publisher.handle(source.duplicatesChanged('16AH00', []));
    expect(await record()).toMatchObject({ status: 'SUCCESS', visible: true, duplicates: [] });
  });

  it('R33 two duplicates hide it until the last visible one is gone', async () => {
    const other = { ...sameAddress, gidsId: 124 };
    await publisher.handle(source.run(1).duplicate('16AH00', [sameAddress, other]));
    await publisher.handle(source.duplicatesChanged('16AH00', [other]));
    expect(await record()).toMatchObject({ visible: false });
    await publisher.handle(source.duplicatesChanged('16AH00', []));
    expect(await record()).toMatchObject({ visible: true });
  });

  it('R39 an older state that arrives later changes nothing, whichever way it comes', async () => {
    await publisher.handle(source.run(1).clean('16AH00', { matchVersion: 1 }));
    await publisher.handle(source.duplicatesChanged('16AH00', [sameAddress], 5));
    await publisher.handle(source.duplicatesChanged('16AH00', [], 4));
    await publisher.handle(source.run(2).clean('16AH00', { matchVersion: 3 }));
    expect(await record()).toMatchObject({ visible: false, duplicates: [sameAddress] });
    await publisher.handle(source.run(3).clean('16AH00', { matchVersion: 6 }));
    expect(await record()).toMatchObject({ visible: true, duplicates: [] });
  });

  it('R37 that are told before the record itself arrives hold when it does', async () => {
    await publisher.handle(source.duplicatesChanged('16AH00', [hidden], 2), source.duplicatesChanged('16AH00', [sameAddress], 3));
    await publisher.handle(source.run(1).clean('16AH00', { matchVersion: 1 }));
    expect(await record()).toMatchObject({ status: 'DUPLICATES_FOUND', visible: false });
    expect(await publisher.rows('SELECT FROM early_duplicates WHERE source_id = $1', [source.sourceId])).toEqual([]);
  });

  it('R34 R35 R46 never win from what a person decided', async () => {
    await publisher.handle(source.run(1).clean('A'), source.run(1).clean('B'));
    await publisher.rows("UPDATE import_record SET publication_action = CASE record_id WHEN 'A' THEN 'SHOW_IGNORE_DUPLICATES' ELSE 'DO_NOT_SHOW' END WHERE source_id = $1", [source.sourceId]);
    await publisher.handle(source.duplicatesChanged('A', [sameAddress]), source.duplicatesChanged('B', []));
    expect(await record('A')).toMatchObject({ visible: true, status: 'DUPLICATES_FOUND' });
    expect(await record('B')).toMatchObject({ visible: false, status: 'SUCCESS' });
  });

  it('R2 the same state told again makes no new version', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await publisher.handle(source.duplicatesChanged('16AH00', [sameAddress], 9));
    const before = await record();
    await publisher.handle(source.duplicatesChanged('16AH00', [sameAddress], 9));
    expect(await record()).toEqual(before);
  });
});
