import { DuplicateReported, ListDuplicateReports, ReportDuplicate, type Actor } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor } from '../testing/test-people.js';
import { sameAddress } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let manager: TestManager;
/** G!DS-ID of the imported organisation I. */
let i: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());
beforeEach(async () => {
  manager = await TestManager.ofNewImport(publisher);
  await manager.run(1, (run) => [run.clean('I')]);
  i = await manager.gidsId('I');
});

const reporter = actor('j.bakker');
const report = (remark = 'Deze school staat er al.', asker = reporter, gidsId = i) => publisher.ask(ReportDuplicate, { gidsId, remark, by: asker.name }, asker);
const list = async (asker: Actor) => (await publisher.ask(ListDuplicateReports, { page: 1, pageSize: 100, importId: manager.importId }, asker)).items;

describe('a reported problem (R77)', () => {
  it('R77 goes with name and G!DS-ID to who must know, and into the review list with reason "gemeld", without a run', async () => {
    expect(await manager.round()).toMatchObject({ total: 0, closedAt: expect.any(String) as string });
    const { id: importRecordId } = await manager.record('I');
    const reported = await report('Deze school\nstaat er al.');
    expect(reported).toMatchObject({ importId: manager.importId, importRecordId, gidsId: i, name: 'Basisschool I', remark: 'Deze school\nstaat er al.', by: 'j.bakker' });
    await publisher.idle();
    expect((await publisher.told(DuplicateReported)).map(({ data }) => data).filter(({ gidsId }) => gidsId === i)).toEqual([
      { importId: manager.importId, sourceId: manager.source.sourceId, importRecordId, gidsId: i, name: 'Basisschool I', remark: 'Deze school\nstaat er al.', by: 'j.bakker' },
    ]);
    expect(await manager.items()).toEqual([expect.objectContaining({ bronId: 'I', reason: 'REPORTED', explanation: 'Gemeld door j.bakker: "Deze school staat er al.".' })]);
    const round = await manager.round();
    expect(round).toMatchObject({ total: 1, judged: 0 });
    expect(round.closedAt).toBeUndefined();
    expect((await manager.history('I'))[0]).toBe('Gemeld: "Deze school staat er al.".');
  });

  it('R77 comes into the round that is open', async () => {
    await manager.run(2, (run) => [run.failed('X')]);
    const { id } = await manager.round();
    await report();
    expect(await manager.round()).toMatchObject({ id, total: 2, judged: 0 });
    expect(await manager.reasons()).toEqual({ X: 'CONVERSION_ERRORS', I: 'REPORTED' });
  });

  it('R77 stays through runs until it is judged; who reported it sees the outcome, and it does not come back', async () => {
    await report();
    await manager.run(2, (run) => [run.clean('I')]);
    expect(await manager.reasons({ judged: false })).toEqual({ I: 'REPORTED' });
    await manager.judge('I', 'gekoppeld');
    expect(await list(reporter)).toMatchObject([{ judgedBy: 'i.manager', judgement: 'gekoppeld' }]);
    expect(await manager.close()).toMatchObject({ total: 1, judged: 1 });
    await manager.run(3, (run) => [run.clean('I')]);
    expect(await manager.items()).toEqual([]);
    expect(await list(reporter)).toHaveLength(1);
  });

  it('R77 A33 a second report opens what was judged again; both get the outcome', async () => {
    await report();
    await manager.judge('I', 'gezien');
    await report('Nog steeds.', actor('k.smit'));
    expect(await manager.items({ judged: false })).toMatchObject([{ explanation: 'Gemeld door k.smit: "Nog steeds." en 1 andere.' }]);
    await manager.judge('I', 'opgelost');
    expect((await list(manager.actor)).map(({ by, judgement }) => [by, judgement])).toEqual([['k.smit', 'opgelost'], ['j.bakker', 'opgelost']]);
  });

  it('R77 R81 only stands before what the rules say: that is to be judged after it, and what was signalled is not forgotten', async () => {
    const { gidsId } = await editor.enter('De Regenboog');
    await manager.run(2, (run) => [run.duplicate('I', [{ ...sameAddress, gidsId }])]);
    await publisher.handle(manager.source.duplicatesChanged('I', []));
    await report();
    await manager.run(3);
    expect(await manager.reasons()).toEqual({ I: 'REPORTED' });
    await manager.judge('I');
    await manager.run(4);
    expect(await manager.reasons({ judged: false })).toEqual({ I: 'MATCH_LOST' });
  });

  it('R77 is listed for who reported it and for the import managers, the newest first; for nobody else', async () => {
    await report('Eerste');
    await report('Tweede', actor('k.smit'));
    expect((await list(manager.actor)).map(({ remark }) => remark)).toEqual(['Tweede', 'Eerste']);
    expect((await list(reporter)).map(({ remark }) => remark)).toEqual(['Eerste']);
    expect(await list(actor('vreemde', { importRights: ['ander'] }))).toEqual([]);
  });

  it('R77 is refused for what is unknown (404), managed (409) or an importorganisatie (409), and of a script (403)', async () => {
    const managed = await editor.enter('Beheerd');
    const [{ gids_id: root } = {}] = await publisher.rows('SELECT gids_id FROM import_root WHERE import_id = $1', [manager.importId]);
    expect(await refusal(report('x', reporter, 9_999_999))).toMatchObject({ kind: 'notFound' });
    for (const gidsId of [managed.gidsId, Number(root)]) expect(await refusal(report('x', reporter, gidsId))).toMatchObject({ kind: 'conflict', code: 'organisationNotImported' });
    expect(await refusal(report('x', actor('script', { kind: 'SCRIPT' })))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(publisher.ask(ListDuplicateReports, { page: 1, pageSize: 1 }, actor('script', { kind: 'SCRIPT' })))).toMatchObject({ kind: 'forbidden' });
    expect(await publisher.rows('SELECT FROM duplicate_report p JOIN import_record r ON r.id = p.record_id WHERE r.import_id = $1', [manager.importId])).toEqual([]);
  });

  it('N39 a childminder is unknown to who has no right on the import', async () => {
    await manager.run(2, (run) => [run.clean('V', { organisation: { kind: 'CHILDMINDER', visitAddress: undefined } })]);
    const v = await manager.gidsId('V');
    expect(await refusal(report('x', reporter, v))).toMatchObject({ kind: 'notFound' });
    expect(await report('x', manager.actor, v)).toMatchObject({ name: 'Voorziening voor gastouderopvang V' });
  });

  it('N37 an erased record keeps no report', async () => {
    await report();
    await manager.suppress('I');
    expect(await list(manager.actor)).toEqual([]);
    expect(await manager.items()).toEqual([]);
  });
});
