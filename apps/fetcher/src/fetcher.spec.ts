import {
  filePartBytes,
  ListRuns,
  ListSources,
  RequestRefused,
  RowParsed,
  RowRejected,
  RowVanished,
  RunFailed,
  RunFetched,
  RunStarted,
  ShowRun,
  StartImport,
  type Envelope,
} from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from './testing/fetcher-under-test.js';
import { Gate } from './testing/gate.js';
import { branchCode, fileOf, school, schools } from './testing/source-file.js';
import { SourceServer } from './testing/source-server.js';

let subject: FetcherUnderTest;
let server: SourceServer;

beforeAll(async () => {
  [subject, server] = await Promise.all([FetcherUnderTest.create(), SourceServer.listen()]);
  await subject.start({ GIDS_SOURCE_URLS: `duo-po=${server.url()}` });
});

beforeEach(async () => {
  server.clear();
  await subject.clear();
});

afterAll(async () => {
  await subject.close();
  await server.close();
});

const typesOf = (events: readonly Envelope[]) => [...new Set(events.map(({ type }) => type))].sort();
const outcomesOf = (events: readonly Envelope<Record<string, unknown>>[]) =>
  events.filter(({ type }) => [RowParsed, RowRejected, RowVanished].some((row) => row.type === type)).map(({ type, subject: id, data }) => `${String(data['change'] ?? type.split('.').at(-2))} ${id ?? ''}`).sort();

async function refusal(request: Promise<unknown>): Promise<{ kind: string; code: string; message: string }> {
  const error: unknown = await request.then(() => new Error('the request was not refused'), (reason: unknown) => reason);
  if (!(error instanceof RequestRefused)) throw error;
  return error.problem;
}

describe('one file after the other', () => {
  it('R1 R2 R96 sends what is new, changed and gone, and of the same file nothing', async () => {
    const [a, b, c] = [school(1), school(2), school(3)];
    const first = await subject.importFile(fileOf('duo-po', [a, b]));
    expect(outcomesOf(await subject.eventsOf(first.id))).toEqual([`added ${branchCode(1)}`, `added ${branchCode(2)}`]);

    const second = await subject.importFile(fileOf('duo-po', [school(2, { VESTIGINGSNAAM: 'Nieuwe naam' }), c]));
    expect(outcomesOf(await subject.eventsOf(second.id))).toEqual([`added ${branchCode(3)}`, `changed ${branchCode(2)}`, `row-vanished ${branchCode(1)}`]);
    expect(second.counts).toMatchObject({ read: 2, added: 1, changed: 1, unchanged: 0, vanished: 1, rejected: 0 });

    const third = await subject.importFile(fileOf('duo-po', [c, school(2, { VESTIGINGSNAAM: 'Nieuwe naam ' })]));
    expect(typesOf(await subject.eventsOf(third.id))).toEqual([RunFetched.type, RunStarted.type]);
    expect(third.counts).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2, vanished: 0, rejected: 0 });
  });

  it('sends events that carry the run, its number and one trace', async () => {
    const run = await subject.importFile(fileOf('duo-po', schools(0, 3)));
    const events = await subject.eventsOf(run.id);
    expect(typesOf(events)).toEqual([RowParsed.type, RunFetched.type, RunStarted.type]);
    for (const event of events) {
      expect(event).toMatchObject({ runid: run.id, runsequence: 1, correlationid: run.id });
      expect(event.traceparent?.slice(3, 35)).toBe(run.id.replaceAll('-', ''));
    }
    expect(events.find(({ type }) => type === RunFetched.type)?.data).toEqual({
      importId: 'duo',
      sourceId: 'duo-po',
      runNumber: 1,
      startedAt: run.startedAt,
      counts: { read: 3, added: 3, changed: 0, unchanged: 0, vanished: 0, rejected: 0 },
      sent: 3,
    });
  });

  it('R18 a BronID keeps its zeros on its way', async () => {
    const run = await subject.importFile(fileOf('lrk', [{ lrk_id: '012345678', type_oko: 'KDV', status: 'Ingeschreven', actuele_naam_oko: 'Proef' }]), { sourceId: 'lrk' });
    const [row] = (await subject.eventsOf(run.id)).filter(({ type }) => type === RowParsed.type);
    expect(row).toMatchObject({ subject: '012345678', data: { recordId: '012345678', fields: { lrk_id: '012345678' } } });
  });

  it('R14 a row that cannot be used is told with line, field and reason, and its record stays', async () => {
    await subject.importFile(fileOf('duo-po', schools(0, 30)));
    const rows = schools(0, 30).map((row, index) => (index === 4 ? { ...row, VESTIGINGSCODE: 'geen code' } : row));
    rows.push(school(7, { VESTIGINGSNAAM: 'Nog een' }));
    const run = await subject.importFile(fileOf('duo-po', rows));
    expect(run.counts).toMatchObject({ read: 31, added: 0, changed: 0, unchanged: 29, vanished: 1, rejected: 2 });
    const rejected = (await subject.eventsOf(run.id)).filter(({ type }) => type === RowRejected.type);
    expect(rejected.map(({ data }) => data)).toEqual([
      { importId: 'duo', sourceId: 'duo-po', line: 6, code: 'invalidKey', field: 'VESTIGINGSCODE', value: 'geen code', message: 'Regel 6: VESTIGINGSCODE "geen code" heeft niet de vorm van een BronID van deze bron.' },
      { importId: 'duo', sourceId: 'duo-po', line: 32, recordId: branchCode(7), code: 'duplicateKey', field: 'VESTIGINGSCODE', value: branchCode(7), message: `Regel 32: BronID ${branchCode(7)} staat ook op een eerdere regel; de eerste telt.` },
    ]);
  });

  it('R96 a row that says that the organisation is gone hides it', async () => {
    const child = (lrk_id: string, status: string) => ({ lrk_id, type_oko: 'KDV', status, actuele_naam_oko: 'Proef' });
    await subject.importFile(fileOf('lrk', [child('100000001', 'Ingeschreven'), child('100000002', 'Ingeschreven')]), { sourceId: 'lrk' });
    const run = await subject.importFile(fileOf('lrk', [child('100000001', 'Uitgeschreven'), child('100000002', 'Ingeschreven')]), { sourceId: 'lrk' });
    expect(outcomesOf(await subject.eventsOf(run.id))).toEqual(['row-rejected 100000001', 'row-vanished 100000001']);
  });

  it('a column that nobody knew is told, and stops nothing', async () => {
    const text = fileOf('duo-po', schools(0, 2)).toString();
    const file = text.split('\r\n').filter((line) => line !== '').map((line, index) => `${line};${index === 0 ? 'LEERLINGEN' : '12'}\r\n`).join('');
    expect((await subject.importFile(Buffer.from(file))).notes).toEqual(['Kolom "LEERLINGEN" is onbekend bij deze bron en wordt genegeerd.']);
  });
});

describe('the file that was imported before', () => {
  const file = fileOf('duo-po', [...schools(0, 40), school(3)]);

  it('is known by its bytes: nothing is sent and its counts are told (RELIABILITY c1, 51)', async () => {
    await subject.importFile(file);
    const again = await subject.importFile(file);
    expect(typesOf(await subject.eventsOf(again.id))).toEqual([RunFetched.type, RunStarted.type]);
    expect(again).toMatchObject({
      notes: ['Hetzelfde bestand als de vorige keer: er is niets te doen.'],
      counts: { read: 41, added: 0, changed: 0, unchanged: 40, vanished: 0, rejected: 1 },
    });
  });

  it('is sent whole when that is asked for', async () => {
    await subject.importFile(file);
    const full = await subject.importFile(file, { full: true });
    expect(full.counts).toMatchObject({ read: 41, added: 0, changed: 40, unchanged: 0, vanished: 0, rejected: 1 });
    expect((await subject.eventsOf(full.id)).filter(({ type }) => type === RowParsed.type)).toHaveLength(40);
  });

  it('is sent whole after a change of the mapping', async () => {
    await subject.importFile(file);
    await subject.schema.sql().run("UPDATE run SET mapping_version = mapping_version - 1");
    await subject.schema.sql().run("UPDATE source_record SET hash = 'of the mapping before'");
    expect((await subject.importFile(file)).counts).toMatchObject({ read: 41, changed: 40, unchanged: 0, rejected: 1 });
  });

  it('R8 is compared again when a later run failed half-way: part of another file was sent by then', async () => {
    await subject.importFile(file);
    const other = await subject.push(fileOf('duo-po', schools(0, 40).map((row) => ({ ...row, PLAATSNAAM: 'RODEN' }))));
    await subject.settled(other);
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '1 second' WHERE id = $1", [other]);
    await eventually(() => subject.show(other), { until: ({ state }) => state === 'FAILED' });
    expect((await subject.importFile(file)).counts).toMatchObject({ changed: 40, unchanged: 0 });
  });
});

describe('push and pull', () => {
  const file = fileOf('duo-po', schools(0, 1_200));

  it('R6 the same file leads to the same events, pushed or pulled', async () => {
    server.serve(file);
    const pulled = await subject.complete(await subject.pull());
    const other = await FetcherUnderTest.create();
    try {
      await other.start();
      const pushed = await other.importFile(file, { partBytes: 50_000 });
      const said = (events: readonly Envelope[]) => events.filter(({ type }) => type === RowParsed.type).map(({ type, subject: id, data }) => JSON.stringify([type, id, data])).sort();
      const [one, two] = [await subject.eventsOf(pulled.id), await other.eventsOf(pushed.id)];
      expect(said(one)).toHaveLength(1_200);
      expect(said(two)).toEqual(said(one));
      expect(pushed.counts).toEqual(pulled.counts);
    } finally {
      await other.close();
    }
  });

  it('R6 a server that stumbles is asked again', async () => {
    server.answer = (_, response) => {
      if (server.asked.length === 1) response.writeHead(503).end();
      else response.writeHead(200, { 'content-length': file.length }).end(file);
    };
    expect((await subject.settled(await subject.pull())).counts.read).toBe(1_200);
    expect(server.asked).toHaveLength(2);
  });

  it('N44 a server that wants to be left alone for long is not asked again', async () => {
    server.answer = (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
    const run = await subject.settled(await subject.pull());
    expect(run).toMatchObject({ state: 'FAILED', problem: { code: 'FETCH_FAILED', message: expect.stringContaining('antwoordt met status 429') as string } });
    expect(server.asked).toHaveLength(1);
  });

  it('R8 a source that has no file fails the run, with the reason', async () => {
    const run = await subject.settled(await subject.pull());
    const message = `De bron ${server.url()} antwoordt met status 404. Controleer het adres en probeer het later opnieuw; er is niets gewijzigd.`;
    expect(run).toMatchObject({ state: 'FAILED', problem: { code: 'FETCH_FAILED', message } });
    expect(server.asked).toHaveLength(1);
    const [failed] = (await subject.eventsOf(run.id)).filter(({ type }) => type === RunFailed.type);
    expect(failed?.data).toMatchObject({ outcome: 'FAILED', code: 'FETCH_FAILED', message, runNumber: 1 });
  });

  it('a server that hangs holds up no file that is in', async () => {
    server.answer = () => undefined;
    const hanging = await subject.pull();
    await eventually(() => server.asked.length === 1);
    const pushed = await subject.settled(await subject.push(fileOf('lrk', [{ lrk_id: '100000001', type_oko: 'KDV', status: 'Ingeschreven' }]), { sourceId: 'lrk' }));
    expect(pushed.counts.added).toBe(1);
    expect(await subject.show(hanging)).toMatchObject({ state: 'RUNNING', phase: 'FETCHING' });
  });
});

describe('a broken delivery', () => {
  const before = fileOf('duo-po', schools(0, 50));
  const whole = fileOf('duo-po', schools(10, 70));
  const lines = whole.toString().split('\r\n');
  const withoutKey = whole.toString().replace('VESTIGINGSCODE', 'VESTIGINGSKODE');
  const badRows = lines.map((line, index) => (index > 0 && index % 8 === 0 ? line.split(';').slice(0, 5).join(';') : line)).join('\r\n');

  const deliveries: [string, string | Uint8Array, string, RegExp][] = [
    ['empty', '', 'EMPTY', /^Het bestand is leeg \(0 bytes\)\. /],
    ['with a header only', `${lines[0]}\r\n`, 'EMPTY', /^Het bestand bevat alleen een kopregel /],
    ['that is a web page', '<!DOCTYPE html><html><body>Onderhoud</body></html>\n', 'NOT_CSV', /^De bron gaf een webpagina in plaats van een CSV-bestand\. /],
    ['without its key column', withoutKey, 'HEADER_CHANGED', /^Kolom "VESTIGINGSCODE" ontbreekt in het bestand\. Het bestand heeft wel "VESTIGINGSKODE"\. /],
    ['cut at 37 %', whole.subarray(0, Math.floor(whole.length * 0.37)), 'TRUNCATED', /is waarschijnlijk afgebroken\. /],
    ['cut in its last field', whole.subarray(0, whole.length - 4), 'TRUNCATED', /^Het bestand houdt op regel 61 op zonder regeleinde: /],
    ['in UTF-16', Buffer.from(`\ufeff${whole.toString()}`, 'utf16le'), 'ENCODING', /^Het bestand staat in UTF-16\. /],
    ['of which too many rows are bad', badRows, 'TOO_MANY_BAD_ROWS', /^Niet te lezen: 7 van de 60 rijen, meer dan 10%\. /],
    ['with too many repeated rows', fileOf('duo-po', [...schools(10, 70), ...schools(10, 20)]), 'TOO_MANY_BAD_ROWS', /^Niet te lezen: 10 van de 70 rijen, meer dan 10%\. /],
  ];

  it.each(deliveries)('R8 %s is refused whole, and the next good file works', async (_, content, code, sentence) => {
    const good = await subject.importFile(before);
    const records = await subject.sourceRecords('duo-po');

    const refused = await subject.settled(await subject.push(Buffer.from(content)));
    expect(refused).toMatchObject({ state: 'REFUSED', problem: { code, message: expect.stringMatching(sentence) as string }, progress: { sent: 0 } });
    expect(refused.completedAt).toBeDefined();
    const events = await subject.eventsOf(refused.id);
    expect(typesOf(events)).toEqual([RunFailed.type, RunStarted.type]);
    expect(events.find(({ type }) => type === RunFailed.type)?.data).toMatchObject({ outcome: 'REFUSED', code, message: refused.problem?.message, runNumber: 2 });
    expect(await subject.stagedRows()).toBe(0);
    expect(await subject.sourceRecords('duo-po')).toEqual(records);

    const next = await subject.importFile(whole);
    expect(next).toMatchObject({ number: good.number + 2, counts: { read: 60, added: 20, changed: 0, unchanged: 40, vanished: 10, rejected: 0 } });
  });

  it('R8 the same holds for a file that is pulled', async () => {
    server.answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/csv' }).end('<html>Log in</html>\n');
    expect(await subject.settled(await subject.pull())).toMatchObject({ state: 'REFUSED', problem: { code: 'NOT_CSV' } });
  });

  it('R8 a pulled file that is cut on the wire is not even judged', async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length * 0.37), () => response.destroy());
    };
    const run = await subject.settled(await subject.pull());
    expect(run).toMatchObject({ state: 'FAILED', problem: { code: 'FETCH_FAILED' } });
    expect(server.asked).toHaveLength(3);
  });
});

describe('starting a run', () => {
  const start = (runId: string, sourceId = 'duo-po') => subject.ask(StartImport, { runId, sourceId, transport: 'PUSH', full: false, requestedBy: 'test' });

  it('R3 is refused while one is open, with its id', async () => {
    const { id } = await start(uuidv7());
    expect(await refusal(start(uuidv7()))).toEqual({
      kind: 'conflict',
      code: 'runInProgress',
      message: `Van bron duo-po is run ${id} nog bezig. Wacht tot die klaar is en start dan opnieuw.`,
    });
    expect((await start(uuidv7(), 'lrk')).state).toBe('PLANNED');
  });

  it('R3 leads to one run, however many start at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => start(uuidv7())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await subject.ask(ListRuns, { page: 1, pageSize: 10 })).total).toBe(1);
  });

  it('twice with the same id gives the same run, also at once and also when it has ended', async () => {
    const runId = uuidv7();
    const runs = await Promise.all([start(runId), start(runId), start(runId)]);
    expect(new Set(runs.map((run) => run.number))).toEqual(new Set([1]));
    await subject.complete(await subject.push(fileOf('duo-po', schools(0, 2)), { runId }));
    expect(await start(runId)).toMatchObject({ id: runId, state: 'COMPLETED' });
    expect((await subject.eventsOf(runId)).filter(({ type }) => type === RunStarted.type)).toHaveLength(1);
  });

  it('with the id of a run of another source is refused', async () => {
    const runId = uuidv7();
    await start(runId);
    expect(await refusal(start(runId, 'lrk'))).toMatchObject({ kind: 'conflict', code: 'runIdInUse' });
  });

  it('of a source that does not exist is refused', async () => {
    expect(await refusal(start(uuidv7(), 'duo-xx'))).toEqual({ kind: 'notFound', code: 'unknownSource', message: 'Er is geen bron "duo-xx".' });
  });
});

describe('the end of a run', () => {
  it('comes with the word of the directory, once, and makes its file the one in force', async () => {
    const first = await subject.importFile(fileOf('duo-po', schools(0, 2)));
    await subject.tellCompleted({ ...first, counts: { ...first.counts, visible: 99 } });
    const second = await subject.importFile(fileOf('duo-po', schools(0, 3)));
    expect(await subject.show(first.id)).toEqual(first);
    const files = await subject.schema.sql().all<{ run_id: string }>('SELECT run_id FROM file_part');
    expect(files.map((part) => part.run_id)).toEqual([second.id]);
  });

  it('of an earlier run, told late, does not touch the file that is coming in', async () => {
    const late = await subject.push(fileOf('duo-po', schools(0, 2)));
    const view = await subject.settled(late);
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '1 second' WHERE id = $1", [late]);
    await eventually(() => subject.show(late), { until: ({ state }) => state === 'FAILED' });

    const { id } = await subject.ask(StartImport, { runId: uuidv7(), sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' });
    const file = fileOf('duo-po', schools(0, 3));
    await subject.sendPart(id, 0, file.subarray(0, 100));
    await subject.tellCompleted(view);
    await eventually(async () => (await subject.schema.sql().all('SELECT 1 FROM inbox')).length > 0);
    await subject.sendPart(id, 1, file.subarray(100), true);
    expect((await subject.complete(id)).counts.read).toBe(3);
    expect((await subject.show(late)).state).toBe('FAILED');
  });

  it('comes by itself when the deadline passes, whatever it waits for', async () => {
    const { id } = await subject.ask(StartImport, { runId: uuidv7(), sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' });
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '1 second'");
    const run = await subject.settled(id);
    expect(run).toMatchObject({ state: 'FAILED', problem: { code: 'DEADLINE', message: expect.stringContaining('niet binnen de toegestane tijd') as string } });
    expect((await subject.eventsOf(id)).filter(({ type }) => type === RunFailed.type)).toHaveLength(1);
    await subject.importFile(fileOf('duo-po', schools(0, 2)));
  });

  it('R8 comes with another sentence when part was sent by then, and the next run sends the rest', async () => {
    const file = fileOf('duo-po', schools(0, 1_200));
    const gate = await Gate.at(subject.schema.url, { statement: 'UPDATE', table: 'fetcher.run', row: 'NEW.sent = 500 AND OLD.sent = 0' });
    const runId = await subject.push(file);
    await gate.reached();
    await subject.schema.sql().run("UPDATE staged_row SET payload = '{}' WHERE position = 700");
    await gate.open();
    expect(await subject.settled(runId)).toMatchObject({
      state: 'FAILED',
      progress: { sent: 500 },
      problem: { code: 'UNEXPECTED', message: expect.stringMatching(/deel van de wijzigingen al verstuurd .* verstuurt de rest\.$/) as string },
    });
    expect(await subject.stagedRows()).toBe(0);
    expect((await subject.eventsOf(runId)).filter(({ type }) => type === RunFetched.type)).toEqual([]);
    expect((await subject.importFile(file)).counts).toMatchObject({ read: 1_200, added: 700, unchanged: 500 });
  });

  it('comes with a sentence when the cause is unexpected', async () => {
    const { id } = await subject.ask(StartImport, { runId: uuidv7(), sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' });
    await subject.schema.sql().run("UPDATE run SET source_id = 'duo-xx' WHERE id = $1", [id]);
    await subject.sendPart(id, 0, fileOf('duo-po', schools(0, 2)), true);
    const run = await subject.settled(id);
    expect(run.problem).toEqual({
      code: 'UNEXPECTED',
      message: 'De run is door een onverwachte fout gestopt. De beheerder vindt de oorzaak in het logboek. Er is niets gewijzigd.',
    });
  });
});

describe('what can be asked', () => {
  it('of a run that does not exist is refused', async () => {
    const runId = uuidv7();
    expect(await refusal(subject.ask(ShowRun, { runId }))).toEqual({ kind: 'notFound', code: 'unknownRun', message: `Er is geen run ${runId}.` });
  });

  it('sources have their address, their records and their last run', async () => {
    await subject.importFile(fileOf('duo-po', schools(0, 3)));
    const last = await subject.importFile(fileOf('duo-po', schools(1, 3)));
    const { items } = await subject.ask(ListSources, {});
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['duo-po', 'duo-vo', 'lrk']));
    expect((await subject.ask(ListSources, { sourceId: 'duo-po' })).items).toMatchObject([{ id: 'duo-po', url: server.url(), recordCount: 2, lastRun: { id: last.id } }]);
    const lrk = items.find(({ id }) => id === 'lrk');
    expect(lrk).toMatchObject({ recordCount: 0 });
    expect(lrk?.lastRun).toBeUndefined();
  });
});

it('a file of many parts is read to its end', async () => {
  const file = fileOf('duo-po', schools(0, 6_000));
  expect(file.length).toBeGreaterThan(2 * filePartBytes);
  const run = await subject.importFile(file);
  expect(run.counts).toMatchObject({ read: 6_000, added: 6_000, rejected: 0 });
  expect(run.progress).toMatchObject({ bytesRead: file.length, bytesTotal: file.length, rowsRead: 6_000, sent: 6_000, toSend: 6_000, processed: 6_000 });
  const sent = (await subject.eventsOf(run.id)).filter(({ type }) => type === RowParsed.type).map(({ subject: id }) => id);
  expect(new Set(sent).size).toBe(6_000);
  expect(sent).toHaveLength(6_000);
});
