import { DuplicateFound, DuplicatesChanged, NoDuplicateFound, RecordReevaluated, type Envelope } from '@gids/contracts';
import { packFrames } from '@gids/messaging';
import { v7 as uuidv7 } from 'uuid';
import { DeduplicatorUnderTest, fetched, mapped, removed, saved } from '../testing/deduplicator-under-test.js';
import { school } from '../testing/school.js';

let deduplicator: DeduplicatorUnderTest;

beforeAll(async () => {
  deduplicator = await DeduplicatorUnderTest.create();
  await deduplicator.start();
  await deduplicator.start();
});
afterAll(() => deduplicator.close());

/** Few buildings and names, so that everybody touches everybody. */
const organisation = (at: number, round: number) => school(`De ${['Vlinder', 'Egel', 'Vos', 'Uil'][(at + round) % 4]}`, { postcode: '9311AB', houseNumber: 1 + (at % 12) });
const ids = Array.from({ length: 40 }, (_, at) => at);

/** Frames of records, of the directory and ends of runs, each in another order. */
function frames(round: number): Envelope[][] {
  const order = round % 2 === 0 ? ids : ids.toReversed();
  const run = uuidv7();
  return [
    order.map((at) => mapped(`R${at}`, organisation(at, round), run, round)),
    order.map((at) => (at % 7 === round % 7 ? removed(at + 1, 2 * round) : saved(at + 1, organisation(at, round + 1), { version: 2 * round, visible: at % 3 > 0 }))),
    [fetched(run, round)],
  ];
}

it('R39 runs and edits at once, in two replicas, wait in no circle, and each record is told of in one order', async () => {
  await deduplicator.send([1, 2, 3, 4, 5, 6].flatMap(frames).flatMap((events) => packFrames(events)));
  expect(await deduplicator.rows('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')).toEqual([{ deadlocks: 0 }]);
  expect(await deduplicator.rows('SELECT reason FROM dead_letter')).toEqual([]);
  const versions = await toldVersions();
  const kept = await deduplicator.rows<{ record_id: string; match_version: number }>('SELECT record_id, match_version FROM imported_organisation');
  for (const { record_id: id, match_version: version } of kept) {
    const told = versions.get(id) ?? new Map<number, string>();
    expect([...told.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
  }
});

it('R39 a run afterwards comes to what was told last', async () => {
  await deduplicator.forgetTold();
  await deduplicator.handle(fetched(uuidv7(), 7));
  const before = await deduplicator.rows('SELECT imported_id, gids_id, score, own_class, demoted FROM pair ORDER BY 1, 2');
  await deduplicator.forgetTold();
  await deduplicator.handle(fetched(uuidv7(), 8));
  expect(await deduplicator.told(RecordReevaluated)).toEqual([]);
  expect(await deduplicator.rows('SELECT imported_id, gids_id, score, own_class, demoted FROM pair ORDER BY 1, 2')).toEqual(before);
});

/** What was told under each version of each record; two tellings of one version must say the same. */
async function toldVersions(): Promise<Map<string | undefined, Map<number, string>>> {
  const versions = new Map<string | undefined, Map<number, string>>();
  const told: Envelope<{ matchVersion: number; duplicates?: { gidsId: number; counts: boolean; visible: boolean }[] }>[] = [
    ...(await deduplicator.told(DuplicateFound)),
    ...(await deduplicator.told(NoDuplicateFound)),
    ...(await deduplicator.told(DuplicatesChanged)),
    ...(await deduplicator.told(RecordReevaluated)),
  ];
  for (const { subject, data } of told) {
    const list = versions.get(subject) ?? new Map<number, string>();
    versions.set(subject, list);
    const said = JSON.stringify((data.duplicates ?? []).map(({ gidsId, counts, visible }) => [gidsId, counts, visible]).toSorted());
    expect(list.get(data.matchVersion) ?? said).toBe(said);
    list.set(data.matchVersion, said);
  }
  return versions;
}
