import { packFrames } from '@gids/messaging';
import { RunCompleted } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { school, TestSource } from '../testing/test-source.js';
import { contentHash } from '../organisations/content-hash.js';

let publisher: PublisherUnderTest;
let source: TestSource;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

const records = (count: number) => Array.from({ length: count }, (_, index) => `R${String(index).padStart(4, '0')}`);

describe('two publishers on one database', () => {
  it('R15 that get the same new record at once make one organisation of it', async () => {
    const run = source.run(1);
    const holder = await publisher.connection();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE organisation IN SHARE MODE');
    const frames = [...packFrames([run.clean('16AH00')]), ...packFrames([run.clean('16AH00')])];
    await publisher.send(...frames);
    await publisher.lockWaits(2);
    await holder.query('COMMIT');
    holder.release();
    await publisher.handled(frames);

    const organisations = await publisher.rows('SELECT gids_id FROM organisation WHERE source_id = $1', [source.sourceId]);
    expect(organisations).toHaveLength(1);
    expect(await publisher.rows('SELECT gids_id FROM import_record WHERE source_id = $1', [source.sourceId])).toEqual(organisations);
    expect(await publisher.rows('SELECT processed FROM run WHERE run_id = $1', [run.id])).toEqual([{ processed: 2 }]);
    expect(await publisher.deadLetters()).toEqual([]);
  });

  it('compare with what another just wrote, not with what stood there before', async () => {
    const other = { ...school('16AH00'), name: 'Van de ander' };
    await publisher.handle(source.run(1).clean('16AH00'));
    const holder = await publisher.connection();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM import_record WHERE source_id = $1 FOR UPDATE', [source.sourceId]);
    const frames = await publisher.tell(source.run(3).clean('16AH00'));
    await publisher.lockWaits(1);
    await holder.query("UPDATE import_record SET name = 'Van de ander', run_sequence = 2 WHERE source_id = $1", [source.sourceId]);
    await holder.query("UPDATE organisation SET name = 'Van de ander', content = $2, content_hash = $3 WHERE source_id = $1", [source.sourceId, other, contentHash(other)]);
    await holder.query('COMMIT');
    holder.release();
    await publisher.handled(frames);

    expect(await publisher.rows('SELECT name, content FROM organisation WHERE source_id = $1', [source.sourceId])).toEqual([
      { name: 'Basisschool 16AH00', content: school('16AH00') },
    ]);
  });

  it('lock in one order, so that a vanished and a changed record never wait for each other in a ring', async () => {
    await publisher.handle(source.run(1).clean('B'));
    await publisher.handle(source.run(1).clean('A'));
    const holder = await publisher.connection();
    await holder.query('BEGIN');
    await holder.query("SELECT FROM import_record WHERE source_id = $1 AND record_id = 'B' FOR UPDATE", [source.sourceId]);
    const [deadlocks, run] = [await publisher.deadlocks(), source.run(2)];
    const vanished = await publisher.tell(run.vanished('B'), run.vanished('A'));
    await publisher.lockWaits(1);
    const changed = await publisher.tell(run.clean('A'), run.clean('B'));
    await publisher.lockWaits(2);
    await holder.query('COMMIT');
    holder.release();
    await publisher.handled([...vanished, ...changed]);
    expect(await publisher.deadlocks()).toBe(deadlocks);
  });

  it('take frames with the same records in opposite orders without a deadlock, and count all', async () => {
    const ids = records(60);
    const run = source.run(2);
    await publisher.handle(...ids.map((id) => source.run(1).clean(id)));
    const before = await publisher.deadlocks();
    const rounds = [1, 2, 3, 4, 5, 6].flatMap((round) => {
      const order = round % 2 === 0 ? ids : ids.toReversed();
      return [
        ...packFrames(order.map((id) => run.clean(id, { organisation: { name: `${id} ${round}` } }))),
        ...packFrames(order.map((id) => run.vanished(id))),
        ...packFrames(order.map((id) => run.failed(id))),
      ];
    });
    await publisher.send(...rounds);
    await publisher.handled(rounds);
    expect(await publisher.deadlocks()).toBe(before);
    expect(await publisher.rows('SELECT processed FROM run WHERE run_id = $1', [run.id])).toEqual([{ processed: 60 * 18 }]);
    expect(await publisher.rows('SELECT count(DISTINCT gids_id)::int AS organisations, count(*)::int AS records FROM import_record WHERE source_id = $1', [source.sourceId])).toEqual([
      { organisations: 60, records: 60 },
    ]);
    expect(await publisher.deadLetters()).toEqual([]);
  });

  it('share a run of many frames and tell once that it is complete', async () => {
    const run = source.run(1);
    const frames = [
      ...records(1_200).flatMap((id) => packFrames([run.clean(id)])).slice(0, 40),
      ...packFrames(records(1_200).slice(40).map((id) => run.clean(id))),
      ...packFrames(run.ended({ added: 1_200 })),
    ].toReversed();
    await publisher.send(...frames);
    await publisher.handled(frames);
    const told = await publisher.told(RunCompleted, run.id);
    expect(told).toHaveLength(1);
    expect(told[0]?.data.counts).toMatchObject({ read: 1_200, added: 1_200, visible: 1_200, notVisible: 0, setAside: 0 });
    expect(await publisher.rows('SELECT count(DISTINCT gids_id)::int AS organisations FROM import_record WHERE source_id = $1', [source.sourceId])).toEqual([
      { organisations: 1_200 },
    ]);
  });
});
