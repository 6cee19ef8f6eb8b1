import { fileCountsAddUp, RowParsed, RowRejected, RowVanished, RunFailed, RunFetched, StartImport, type RunView } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from './testing/fetcher-under-test.js';
import { Gate } from './testing/gate.js';
import { branchCode, fileOf, school, schools, type Cells } from './testing/source-file.js';

let subject: FetcherUnderTest;

beforeAll(async () => {
  subject = await FetcherUnderTest.create();
  await subject.start();
});

beforeEach(async () => {
  await Gate.removeAll(subject.schema.sql());
  await subject.clear();
});

afterAll(() => subject.close());

const erased = branchCode(3);
const rowTypes: readonly string[] = [RowParsed.type, RowRejected.type, RowVanished.type];
const push = (rows: readonly Cells[]) => subject.push(fileOf('duo-po', rows));
const importRows = (rows: readonly Cells[]) => subject.importFile(fileOf('duo-po', rows));
const kept = async (recordId = erased) =>
  (await subject.schema.sql().all('SELECT hash, name, match_hash, showable, suppressed FROM source_record WHERE record_id = $1', [recordId]))[0];
const nothingKept = { hash: '', name: null, match_hash: null, showable: false, suppressed: true };

/** What a run sent of each record, by BronID. */
async function sentIn(run: RunView): Promise<string[]> {
  return (await subject.eventsOf(run.id)).filter(({ type }) => rowTypes.includes(type)).map((event) => event.subject ?? '').sort();
}

describe('a record that was erased', () => {
  it('N37 leaves nothing but its BronID', async () => {
    await importRows(schools(0, 10));
    expect(await kept()).toMatchObject({ name: 'Proefschool 3', showable: true, suppressed: false });
    await subject.suppress('duo-po', erased);
    expect(await kept()).toEqual(nothingKept);
    expect(await kept(branchCode(4))).toMatchObject({ name: 'Proefschool 4' });
  });

  it.each<[string, readonly Cells[], readonly string[]]>([
    ['as it was', schools(0, 10), []],
    ['changed', schools(0, 10).map((row) => ({ ...row, PLAATSNAAM: 'RODEN' })), schools(0, 10).map((row) => row['VESTIGINGSCODE'] ?? '').filter((code) => code !== erased).sort()],
    ['twice', [...schools(0, 10), school(3)], []],
    ['no more', [...schools(0, 3), ...schools(4, 10)], []],
  ])('N37 is never sent again, whatever a later file has of it: %s', async (_, rows, sent) => {
    await importRows(schools(0, 10));
    await subject.suppress('duo-po', erased);
    const run = await importRows([...rows, school(20)]);
    expect(await sentIn(run)).toEqual([...sent, branchCode(20)].sort());
    expect(fileCountsAddUp(run.counts)).toBe(true);
    expect(run.counts).toMatchObject({ read: rows.length + 1, added: 1, changed: sent.length, unchanged: rows.length - sent.length, vanished: 0, rejected: 0 });
    expect(await kept()).toEqual(nothingKept);
  });

  it('N37 is not sent either when everything is sent again', async () => {
    await importRows(schools(0, 10));
    await subject.suppress('duo-po', erased);
    const run = await subject.importFile(fileOf('duo-po', schools(0, 10)), { full: true });
    expect(run.counts).toMatchObject({ changed: 9, unchanged: 1 });
    expect(await sentIn(run)).not.toContain(erased);
  });

  it('N37 is known as such also when the source never had it before', async () => {
    await subject.suppress('duo-po', erased);
    const run = await importRows(schools(0, 10));
    expect(run.counts).toMatchObject({ read: 10, added: 9, unchanged: 1 });
    expect(await sentIn(run)).not.toContain(erased);
  });

  it('N37 is taken out of a run that waits for a person, and its counts still add up', async () => {
    await importRows(schools(0, 150));
    const run = await subject.settled(await push([...schools(0, 110).map((row, number) => (number === 3 ? { ...row, PLAATSNAAM: 'RODEN' } : row)), school(3)]));
    expect(run).toMatchObject({ state: 'HELD', counts: { read: 111, changed: 1, rejected: 1, unchanged: 109, vanished: 40 }, progress: { toSend: 42 } });
    await subject.suppress('duo-po', erased);
    await subject.suppress('duo-po', branchCode(120));
    expect(await subject.show(run.id)).toMatchObject({ counts: { read: 111, changed: 0, rejected: 0, unchanged: 111, vanished: 39 }, progress: { toSend: 39 } });
    expect((await subject.listStaged(run.id)).total).toBe(39);
    await subject.decide(run.id, 'APPLY');
    const done = await subject.complete(run.id);
    expect(done.progress).toMatchObject({ sent: 39, toSend: 39 });
    expect(await sentIn(done)).not.toContain(erased);
    expect(await kept(branchCode(120))).toEqual(nothingKept);
  });

  it('N37 R96 leaves the other half of a renumbering as what it is by itself', async () => {
    await importRows(schools(0, 150));
    const run = await subject.settled(await push([...schools(30, 150), school(0, { VESTIGINGSCODE: branchCode(900) }), school(1, { VESTIGINGSCODE: branchCode(901) })]));
    await subject.suppress('duo-po', branchCode(0));
    await subject.suppress('duo-po', branchCode(901));
    const { items } = await subject.listStaged(run.id);
    expect(items.filter(({ renumberedTo }) => renumberedTo)).toEqual([]);
    expect(items.filter(({ outcome }) => outcome === 'added')).toMatchObject([{ recordId: branchCode(900) }]);
    expect(items.find(({ recordId }) => recordId === branchCode(1))).toMatchObject({ outcome: 'vanished', wouldBeHidden: true });
  });

  it('N37 is not sent by a run that is being checked meanwhile', async () => {
    const gate = await Gate.at(subject.schema.url, { statement: 'INSERT', table: 'fetcher.staged_row', row: 'NEW.position = 1500' });
    const runId = await push(schools(0, 2_500));
    await gate.reached();
    // Its row is staged by now; that of another comes in the batch that is held up.
    const erasing = Promise.all([subject.suppress('duo-po', erased), subject.suppress('duo-po', branchCode(1_600))]);
    await eventually(async () => (await subject.schema.sql().all("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE%'")).length > 0);
    await gate.open();
    await erasing;
    const run = await subject.complete(runId);
    expect(run).toMatchObject({ counts: { read: 2_500, added: 2_498, unchanged: 2 }, progress: { sent: 2_498 } });
    const sent = await sentIn(run);
    expect([sent.length, sent.includes(erased), sent.includes(branchCode(1_600))]).toEqual([2_498, false, false]);
  });
});

describe('an import that was cleaned up', () => {
  it('R97 brings everything as new, also from the same file, and is not held for it', async () => {
    await importRows(schools(0, 150));
    await subject.importFile(fileOf('lrk', [{ lrk_id: '100000001', type_oko: 'KDV', status: 'Ingeschreven' }]), { sourceId: 'lrk' });
    await subject.cleanUp('duo');
    expect(await subject.sourceRecords('duo-po')).toEqual([]);
    expect(await subject.sourceRecords('lrk')).toHaveLength(1);
    expect((await importRows(schools(0, 150))).counts).toMatchObject({ read: 150, added: 150, unchanged: 0 });
    await subject.cleanUp('duo');
    expect(await importRows(schools(0, 10))).toMatchObject({ state: 'COMPLETED', findings: [], counts: { added: 10, vanished: 0 } });
  });

  it('R97 N37 does not bring back what was erased', async () => {
    await importRows(schools(0, 10));
    await subject.suppress('duo-po', erased);
    await subject.cleanUp('duo');
    const run = await importRows(schools(0, 10));
    expect(run.counts).toMatchObject({ read: 10, added: 9, unchanged: 1 });
    expect(await sentIn(run)).not.toContain(erased);
  });

  it('R97 ends a run that waits for a person: what it was compared with is gone', async () => {
    await importRows(schools(0, 150));
    const run = await subject.settled(await push(schools(0, 120)));
    expect(run.state).toBe('HELD');
    await subject.cleanUp('duo');
    expect(await subject.show(run.id)).toMatchObject({ state: 'FAILED', problem: { code: 'CLEANED_UP', message: expect.stringContaining('Start de import opnieuw') as string } });
    await eventually(async () => (await subject.eventsOf(run.id)).some(({ type }) => type === RunFailed.type));
    expect(await subject.stagedRows()).toBe(0);
  });

  it('R97 R8 lets a run end that has sent all, but does not take its file for what the directory holds', async () => {
    const runId = await push(schools(0, 10));
    await subject.settled(runId);
    await subject.cleanUp('duo');
    expect((await subject.complete(runId)).state).toBe('COMPLETED');
    const again = await importRows(schools(0, 10));
    expect(again).toMatchObject({ notes: [], counts: { added: 10 } });
    expect((await subject.eventsOf(again.id)).filter(({ type }) => type === RunFetched.type)).toHaveLength(1);
  });

  it('R97 lets a file come in: it is compared with what is left when it is there', async () => {
    await importRows(schools(0, 10));
    const runId = uuidv7();
    await subject.ask(StartImport, { runId, sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' });
    await subject.cleanUp('duo');
    await subject.sendPart(runId, 0, fileOf('duo-po', schools(0, 10)), true);
    expect((await subject.complete(runId)).counts).toMatchObject({ added: 10 });
  });
});
