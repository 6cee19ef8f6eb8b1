import { ListStagedRows, RequestRefused, RowParsed, RowRejected, RowVanished, RunFailed, RunFetched, RunHeld, RunStarted, StartImport, type Envelope, type RunView } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from './testing/fetcher-under-test.js';
import { branchCode, fileOf, school, schools } from './testing/source-file.js';

let subject: FetcherUnderTest;

beforeAll(async () => {
  subject = await FetcherUnderTest.create();
  await subject.start();
});

beforeEach(() => subject.clear());

afterAll(() => subject.close());

const rowTypes: readonly string[] = [RowParsed.type, RowRejected.type, RowVanished.type];
const typesOf = (events: readonly Envelope[]) => [...new Set(events.map(({ type }) => type))].sort();
const idsOf = (events: readonly Envelope[], type: string) => events.filter((event) => event.type === type).map((event) => event.subject ?? '').sort();
const codes = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => branchCode(from + index)).sort();
const findingsOf = (run: RunView) => run.findings.map(({ code }) => code);

async function refusal(request: Promise<unknown>): Promise<{ kind: string; code: string; message: string }> {
  const error: unknown = await request.then(() => new Error('the request was not refused'), (reason: unknown) => reason);
  if (!(error instanceof RequestRefused)) throw error;
  return error.problem;
}

const before = fileOf('duo-po', schools(0, 150));
/** 40 vanished, 10 changed, 30 added, 100 unchanged. */
const shorter = fileOf('duo-po', [...schools(40, 50).map((row) => ({ ...row, VESTIGINGSNAAM: `${row['VESTIGINGSNAAM']} Nieuw` })), ...schools(50, 180)]);
const shorterCounts = { read: 140, added: 30, changed: 10, unchanged: 100, vanished: 40, rejected: 0 };

/** A run that waits for a person. */
async function held(file = shorter): Promise<RunView> {
  await subject.importFile(before);
  const run = await subject.settled(await subject.push(file));
  expect(run.state).toBe('HELD');
  return run;
}

describe('a file that is too unlike the last one', () => {
  it('R8 of 6,000 records and a new file with 2,000 rows: nothing is removed, the run waits for a person and it is told', async () => {
    await subject.importFile(fileOf('duo-po', schools(0, 6_000)));
    const records = await subject.sourceRecords('duo-po');

    const run = await subject.settled(await subject.push(fileOf('duo-po', schools(0, 2_000))));
    const counts = { read: 2_000, added: 0, changed: 0, unchanged: 2_000, vanished: 4_000, rejected: 0 };
    const findings = [
      { code: 'BELOW_MIN', measured: 2_000, limit: 5_400, message: 'Het bestand telt 2.000 regels; de vorige keer waren het er 6.000 en zonder akkoord moeten het er minstens 5.400 zijn.' },
      { code: 'TOO_MANY_CLOSURES', measured: 4_000, limit: 120, message: 'Er verdwijnen 4.000 van de 6.000 organisaties; zonder akkoord mogen dat er hoogstens 120 zijn.' },
      { code: 'TOO_MANY_HIDDEN', measured: 4_000, limit: 120, message: 'Van de 6.000 organisaties worden er 4.000 onzichtbaar; zonder akkoord mogen dat er hoogstens 120 zijn.' },
    ];
    const message = findings.map((finding) => finding.message).join(' ');
    expect(run).toMatchObject({ state: 'HELD', findings, problem: { code: 'BELOW_MIN', message }, counts, progress: { sent: 0, toSend: 4_000 } });
    expect(run.phase ?? run.decision ?? run.completedAt).toBeUndefined();
    expect(await subject.sourceRecords('duo-po')).toEqual(records);
    const events = await subject.eventsOf(run.id);
    expect(typesOf(events)).toEqual([RunHeld.type, RunStarted.type]);
    expect(events.find(({ type }) => type === RunHeld.type)?.data).toEqual({
      importId: 'duo', sourceId: 'duo-po', runNumber: 2, startedAt: run.startedAt, code: 'BELOW_MIN', message, findings, counts,
    });
  });

  it('R8 with fewer rows than a person may let through is refused', async () => {
    await subject.importFile(before);
    const run = await subject.settled(await subject.push(fileOf('duo-po', schools(0, 37))));
    expect(run).toMatchObject({ state: 'REFUSED', findings: [], problem: { code: 'BELOW_MIN', message: expect.stringContaining('minder dan 38 regels wordt niet verwerkt') as string } });
    expect(typesOf(await subject.eventsOf(run.id))).toEqual([RunFailed.type, RunStarted.type]);
    expect(await subject.stagedRows()).toBe(0);
  });

  const changed = (rows: ReturnType<typeof schools>, count: number, cells: Record<string, string>) => rows.map((row, index) => (index < count ? { ...row, ...cells } : row));

  it.each<[string, ReturnType<typeof schools>, string[]]>([
    ['half as many rows again and one', schools(0, 226), ['ABOVE_MAX']],
    ['a fifth of the records changed and one', changed(schools(0, 150), 31, { PLAATSNAAM: 'RODEN' }), ['TOO_MANY_CHANGES']],
    ['a column that was emptied', changed(schools(0, 150), 25, { DENOMINATIE: '' }), ['FILL_RATE']],
    ['streets that are gone', changed(schools(0, 150), 21, { STRAATNAAM: '' }), ['TOO_MANY_HIDDEN', 'FILL_RATE']],
    ['the streets of a handful that are gone: not held', changed(schools(0, 150), 10, { STRAATNAAM: '' }), []],
    ['a row in a hundred that cannot be used, and more', [...schools(0, 150), school(1), school(2)], ['TOO_MANY_BAD_ROWS']],
  ])('R8 is held for what it is: %s', async (_, rows, expected) => {
    await subject.importFile(before);
    const run = await subject.settled(await subject.push(fileOf('duo-po', rows)));
    expect(findingsOf(run)).toEqual(expected);
    expect(run.state).toBe(expected.length > 0 ? 'HELD' : 'RUNNING');
  });
});

describe('what is not held', () => {
  it('R8 a file that was imported before, however unlike the others', async () => {
    const run = await held();
    await subject.decide(run.id, 'APPLY_WITHOUT_REMOVALS');
    await subject.complete(run.id);
    expect(await subject.importFile(shorter)).toMatchObject({ state: 'COMPLETED', findings: [], counts: { unchanged: 140, vanished: 0 } });
  });

  it('R8 a run that sends everything again, as asked: what makes all rows go is not the source', async () => {
    await subject.importFile(before);
    expect(await subject.importFile(before, { full: true })).toMatchObject({ state: 'COMPLETED', findings: [], counts: { changed: 150 } });
  });

  it('R8 but such a run is held for what the source did change', async () => {
    await subject.importFile(before);
    const run = await subject.settled(await subject.push(fileOf('duo-po', schools(0, 150).map((row) => ({ ...row, PLAATSNAAM: 'RODEN' }))), { full: true }));
    expect(findingsOf(run)).toEqual(['TOO_MANY_CHANGES']);
  });

  it('R8 the first run with a new mapping: every row is another one by it', async () => {
    await subject.importFile(before);
    await subject.schema.sql().run('UPDATE run SET mapping_version = mapping_version - 1');
    await subject.schema.sql().run("UPDATE source_record SET hash = 'of the mapping before'");
    expect(await subject.importFile(fileOf('duo-po', schools(0, 151)))).toMatchObject({ findings: [], counts: { changed: 150, added: 1 } });
  });

  it('R8 the run after one that went half-way is measured by the last whole one', async () => {
    await subject.importFile(before);
    const other = await subject.push(fileOf('duo-po', schools(0, 151)));
    await subject.settled(other);
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '1 second' WHERE id = $1", [other]);
    await eventually(() => subject.show(other), { until: ({ state }) => state === 'FAILED' });
    expect(findingsOf(await subject.settled(await subject.push(shorter)))).toEqual(['TOO_MANY_CLOSURES', 'TOO_MANY_HIDDEN']);
  });
});

describe('what a held run would do', () => {
  it('R8 is told record by record, with names and lines, and in pages', async () => {
    const run = await held();
    const all = await subject.listStaged(run.id);
    expect(all.total).toBe(80);
    expect(all.items[0]).toEqual({ outcome: 'changed', recordId: branchCode(40), name: 'Proefschool 40 Nieuw', line: 2, wouldBeHidden: false });
    expect(all.items[10]).toEqual({ outcome: 'added', recordId: branchCode(150), name: 'Proefschool 150', line: 112, wouldBeHidden: false });
    expect(all.items[40]).toEqual({ outcome: 'vanished', recordId: branchCode(0), name: 'Proefschool 0', wouldBeHidden: true });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => subject.listStaged(run.id, { page, pageSize: 30 })));
    expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
    expect(pages.map(({ total }) => total)).toEqual([80, 80, 80, 80]);
  });

  it('R8 can be asked by outcome', async () => {
    const run = await held();
    const { items, total } = await subject.listStaged(run.id, { outcomes: ['vanished'], pageSize: 5 });
    expect(total).toBe(40);
    expect(items.map(({ recordId }) => recordId)).toEqual(codes(0, 40).slice(0, 5));
    expect((await subject.listStaged(run.id, { outcomes: ['added', 'changed'] })).total).toBe(40);
    expect(await subject.listStaged(run.id, { outcomes: ['renumbered', 'rejected'] })).toEqual({ items: [], total: 0 });
  });

  it('R8 R14 has the rows that cannot be used with their reason, and the records that would be hidden by their own data', async () => {
    const rows = [school(40, { STRAATNAAM: '' }), school(41, { VESTIGINGSNAAM: '' }), ...schools(42, 150), school(60)];
    const run = await held(fileOf('duo-po', rows));
    const { items } = await subject.listStaged(run.id, { outcomes: ['changed', 'rejected'] });
    expect(items).toEqual([
      { outcome: 'changed', recordId: branchCode(40), name: 'Proefschool 40', line: 2, wouldBeHidden: true },
      { outcome: 'changed', recordId: branchCode(41), name: 'Proefschool 41', line: 3, wouldBeHidden: true },
      { outcome: 'rejected', recordId: branchCode(60), name: 'Proefschool 60', line: 112, wouldBeHidden: false, message: `Regel 112: BronID ${branchCode(60)} staat ook op een eerdere regel; de eerste telt.` },
    ]);
  });

  it('R8 cannot be asked of a run that is not held, or not there', async () => {
    const { id } = await subject.importFile(before);
    expect(await refusal(subject.ask(ListStagedRows, { runId: id, page: 1, pageSize: 10 }))).toMatchObject({ kind: 'conflict', code: 'runNotHeld' });
    expect(await refusal(subject.ask(ListStagedRows, { runId: uuidv7(), page: 1, pageSize: 10 }))).toMatchObject({ kind: 'notFound', code: 'unknownRun' });
  });
});

describe('a person who decides', () => {
  const decision = (name: string) => ({ decision: name, reason: 'Nagevraagd bij de bron', by: 'i.manager', at: expect.any(String) as string });

  it('R8 lets the run be applied: all that was shown is sent, and no more', async () => {
    const run = await held();
    const decided = await subject.decide(run.id, 'APPLY');
    expect(decided).toMatchObject({ decision: decision('APPLY'), findings: run.findings });
    expect(decided.problem).toBeUndefined();
    expect(await subject.complete(run.id)).toMatchObject({ state: 'COMPLETED', counts: shorterCounts, progress: { sent: 80, toSend: 80 }, decision: decision('APPLY') });
    const events = await subject.eventsOf(run.id);
    expect(idsOf(events, RowParsed.type)).toEqual([...codes(40, 50), ...codes(150, 180)].sort());
    expect(idsOf(events, RowVanished.type)).toEqual(codes(0, 40));
    const fetched = events.find(({ type }) => type === RunFetched.type)?.data;
    expect(fetched).toMatchObject({ counts: shorterCounts, sent: 80 });
    expect(fetched).not.toHaveProperty('withoutRemovals');
  });

  it('R8 lets the run be applied without removals: what is missing stays known as it is', async () => {
    const run = await held();
    await subject.decide(run.id, 'APPLY_WITHOUT_REMOVALS');
    const counts = { ...shorterCounts, vanished: 0 };
    expect(await subject.complete(run.id)).toMatchObject({ state: 'COMPLETED', counts, progress: { sent: 40, toSend: 40 }, decision: decision('APPLY_WITHOUT_REMOVALS') });
    const events = await subject.eventsOf(run.id);
    expect(idsOf(events, RowVanished.type)).toEqual([]);
    expect(events.find(({ type }) => type === RunFetched.type)?.data).toMatchObject({ counts, sent: 40, withoutRemovals: true });
    expect((await subject.sourceRecords('duo-po')).filter(({ vanished }) => vanished)).toEqual([]);
  });

  it('R8 and a file that is whole again after that is measured by the last whole one', async () => {
    const run = await held(fileOf('duo-po', schools(0, 90)));
    await subject.decide(run.id, 'APPLY_WITHOUT_REMOVALS');
    await subject.complete(run.id);
    expect(await subject.importFile(fileOf('duo-po', schools(0, 152)))).toMatchObject({ findings: [], counts: { added: 2, unchanged: 150, vanished: 0 } });
  });

  it('R8 refuses the run: nothing of it is sent, and the next file is compared with what was before', async () => {
    const run = await held();
    const records = await subject.sourceRecords('duo-po');
    const refused = await subject.decide(run.id, 'REFUSE');
    const problem = { code: 'REFUSED_BY_PERSON', message: 'Geweigerd door i.manager: Nagevraagd bij de bron' };
    expect(refused).toMatchObject({ state: 'REFUSED', decision: decision('REFUSE'), problem, findings: run.findings, progress: { sent: 0 } });
    expect(refused.completedAt).toBeDefined();
    await eventually(async () => idsOf(await subject.eventsOf(run.id), RunFailed.type).length === 1);
    const events = await subject.eventsOf(run.id);
    expect(events.filter(({ type }) => rowTypes.includes(type))).toEqual([]);
    expect(events.find(({ type }) => type === RunFailed.type)?.data).toMatchObject({ outcome: 'REFUSED', runNumber: 2, ...problem });
    expect(await subject.stagedRows()).toBe(0);
    expect(await subject.sourceRecords('duo-po')).toEqual(records);
    expect((await subject.importFile(fileOf('duo-po', schools(0, 151)))).counts).toMatchObject({ added: 1, unchanged: 150, vanished: 0 });
  });

  it('R8 is the first one: of many at once one wins and the others are told', async () => {
    const run = await held();
    const decisions = (['APPLY', 'REFUSE', 'APPLY_WITHOUT_REMOVALS', 'REFUSE', 'APPLY'] as const).map((name, index) => subject.decide(run.id, name, `person ${index}`));
    const outcomes = await Promise.allSettled(decisions);
    const [won] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as RequestRefused] : []));
    expect(lost.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 4 }, () => 'runNotHeld'));
    expect((await subject.settled(run.id)).decision).toEqual(won?.decision);
  });

  it('R8 can decide on a run that waits, and on no other', async () => {
    const { id } = await subject.importFile(before);
    expect(await refusal(subject.decide(id, 'APPLY'))).toEqual({
      kind: 'conflict',
      code: 'runNotHeld',
      message: `Run ${id} wacht niet op akkoord; de status is "Voltooid". Bekijk de run voor wat ermee gebeurd is.`,
    });
    const runId = uuidv7();
    expect(await refusal(subject.decide(runId, 'APPLY'))).toEqual({ kind: 'notFound', code: 'unknownRun', message: `Er is geen run ${runId}.` });
  });
});

describe('a run that waits', () => {
  const start = (runId = uuidv7()) => subject.ask(StartImport, { runId, sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' });

  it('R8 gives way to a newer run of its source (RELIABILITY c5, 4)', async () => {
    const run = await held();
    const next = await subject.importFile(fileOf('duo-po', schools(0, 151)));
    expect(next).toMatchObject({ number: 3, state: 'COMPLETED', counts: { added: 1, unchanged: 150, vanished: 0 } });
    const message = 'De run wachtte op akkoord en is vervangen door een nieuwer bestand. Er is niets van gewijzigd.';
    expect(await subject.show(run.id)).toMatchObject({ state: 'REFUSED', problem: { code: 'SUPERSEDED', message }, findings: run.findings });
    const failed = (await subject.eventsOf(run.id)).filter(({ type }) => type === RunFailed.type);
    expect(failed).toMatchObject([{ runid: run.id, runsequence: 2, data: { outcome: 'REFUSED', code: 'SUPERSEDED', message, runNumber: 2 } }]);
    expect(await refusal(subject.decide(run.id, 'APPLY'))).toMatchObject({ code: 'runNotHeld' });
  });

  it('does not give way to the same start said twice, nor to a run of another source', async () => {
    const run = await held();
    expect(await start(run.id)).toMatchObject({ id: run.id, state: 'HELD' });
    await subject.importFile(fileOf('lrk', [{ lrk_id: '100000001', type_oko: 'KDV', status: 'Ingeschreven' }]), { sourceId: 'lrk' });
    expect((await subject.show(run.id)).state).toBe('HELD');
  });

  it('R3 R8 gives way or goes on, never both, where one starts a run while the other lets it through', async () => {
    const run = await held();
    const [started, decided] = await Promise.allSettled([start(), subject.decide(run.id, 'APPLY')]);
    expect([started.status, decided.status].sort()).toEqual(['fulfilled', 'rejected']);
    const { problem, decision } = await subject.show(run.id);
    expect([problem?.code, decision?.decision]).toEqual(started.status === 'fulfilled' ? ['SUPERSEDED', undefined] : [undefined, 'APPLY']);
  });

  it('R8 may wait for any time, and has all its time again when it goes on', async () => {
    const run = await held();
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '3 days' WHERE id = $1", [run.id]);
    // Another run that is due is ended at the same look.
    const due = await subject.ask(StartImport, { runId: uuidv7(), sourceId: 'lrk', transport: 'PUSH', full: false, requestedBy: 'test' });
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '1 second' WHERE id = $1", [due.id]);
    await eventually(() => subject.show(due.id), { until: ({ state }) => state === 'FAILED' });
    expect((await subject.show(run.id)).state).toBe('HELD');
    await subject.decide(run.id, 'APPLY');
    expect((await subject.complete(run.id)).counts).toMatchObject(shorterCounts);
  });
});
