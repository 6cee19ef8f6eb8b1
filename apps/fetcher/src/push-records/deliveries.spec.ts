import { CloseDelivery, OpenDelivery, ReceiveRecords, RequestRefused, RowParsed, ShowDelivery, type Actor, type DeliveredRecord, type DeliveryView, type Problem } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from '../testing/fetcher-under-test.js';
import { fileOf, school, schools } from '../testing/source-file.js';

let subject: FetcherUnderTest;

beforeAll(async () => {
  subject = await FetcherUnderTest.create();
  await subject.start({ GIDS_MAX_FILE_MB: '1' });
});
beforeEach(() => subject.clear());
afterAll(() => subject.close());

const sourceId = 'duo-po';
const script = (name = 'duo-script', importRights = ['duo']): Actor => ({ name, kind: 'SCRIPT', systemAdministrator: false, importRights });
const open = (id = uuidv7(), actor = script()) => subject.ask(OpenDelivery, { id, sourceId, full: false, requestedBy: actor.name }, actor);
const send = (id: string, part: number, records: readonly DeliveredRecord[], actor = script()) => subject.ask(ReceiveRecords, { id, sourceId, part, records: [...records] }, actor);
const close = (id: string, expectedRecords: number, actor = script()) => subject.ask(CloseDelivery, { id, sourceId, expectedRecords }, actor);

async function refusal(request: Promise<unknown>): Promise<Problem> {
  const error: unknown = await request.then(() => new Error('the request was not refused'), (reason: unknown) => reason);
  if (!(error instanceof RequestRefused)) throw error;
  return error.problem;
}

/** Delivers records in parts of so many and waits for their run. */
async function deliver(records: readonly DeliveredRecord[], perPart = 100): Promise<DeliveryView> {
  const { id } = await open();
  for (let from = 0; from < records.length; from += perPart) await send(id, from / perPart + 1, records.slice(from, from + perPart));
  const closed = await close(id, records.length);
  await subject.settled(closed.runId ?? '');
  return closed;
}

const rowsOf = async (runId = '') => (await subject.eventsOf(runId)).filter(({ type }) => type === RowParsed.type).map(({ data }) => data['fields']);

describe('a delivery of records (R6)', () => {
  it('R6 becomes the same run as the same records in a file, whatever is absent, null or empty', async () => {
    const awkward = { ...school(7), VESTIGINGSNAAM: '"De ; Regen"boog"', STRAATNAAM: 'Proef\nstraat', INTERNETADRES: null };
    const rows = [...schools(0, 5), ...schools(10, 230)];
    const quoted = { ...awkward, VESTIGINGSNAAM: '"""De ; Regen""boog"""', STRAATNAAM: 'Proef straat', INTERNETADRES: '' };
    const uploaded = await subject.settled(await subject.push(fileOf(sourceId, [...rows, quoted])));
    const fromFile = await rowsOf(uploaded.id);
    await subject.clear();
    const { runId } = await deliver([...rows, awkward]);
    expect(uploaded.problem).toBeUndefined();
    expect(await subject.show(runId ?? '')).toMatchObject({ transport: 'PUSH', requestedBy: 'duo-script', counts: uploaded.counts, progress: { sent: 226 } });
    expect(await rowsOf(runId)).toEqual(fromFile);
    expect(fromFile).toHaveLength(226);
  });

  it('R6 goes on from the last one: what is not in it has vanished', async () => {
    await subject.complete((await deliver(schools(0, 120))).runId ?? '');
    const { runId } = await deliver(schools(1, 120));
    expect((await subject.show(runId ?? '')).counts).toMatchObject({ read: 119, unchanged: 119, vanished: 1 });
  });

  it('c3-79 takes each part any number of times, in any order, and closes once', async () => {
    const { id } = await open();
    await open(id);
    await send(id, 2, schools(100, 150));
    await send(id, 1, schools(0, 100));
    expect(await send(id, 1, schools(0, 100))).toMatchObject({ parts: 2, records: 150 });
    const [first, again] = await Promise.all([close(id, 150), close(id, 150)]);
    expect(first).toEqual(again);
    expect(await subject.ask(ShowDelivery, { id, sourceId }, script())).toMatchObject({ runId: id, parts: 2, records: 150 });
    expect((await subject.settled(id)).counts).toMatchObject({ read: 150, added: 150 });
  });

  it('c3-79 refuses the same part with other records, and a new part after the end', async () => {
    const { id } = await open();
    await send(id, 1, schools(0, 100));
    expect(await refusal(send(id, 1, schools(1, 101)))).toMatchObject({ kind: 'conflict', code: 'partDiffers' });
    await close(id, 100);
    expect(await refusal(send(id, 2, schools(100, 150)))).toMatchObject({ kind: 'conflict', code: 'deliveryClosed' });
  });

  it('R8 becomes no run where not all records are there, and can go on', async () => {
    const { id } = await open();
    await send(id, 1, schools(0, 100));
    expect(await refusal(close(id, 150))).toMatchObject({ kind: 'conflict', code: 'recordsMissing', message: expect.stringContaining('100 records ontvangen, en niet 150') as string });
    await send(id, 2, schools(100, 150));
    expect((await close(id, 150)).runId).toBe(id);
  });

  it('stays open while another run of the source is under way', async () => {
    const running = await subject.settled(await subject.push(fileOf(sourceId, schools(0, 100))));
    const { id } = await open();
    await send(id, 1, schools(0, 100));
    expect(await refusal(close(id, 100))).toMatchObject({ kind: 'conflict', code: 'runInProgress' });
    await subject.complete(running.id);
    expect((await close(id, 100)).runId).toBe(id);
  });

  it('c3-75 c3-80 stores nothing of a part with a column that the source does not have, and says where', async () => {
    const { id } = await open();
    const problem = await refusal(send(id, 1, [school(1), { ...school(2), 'ON/BEKEND': 'x' }, { ...school(3), constructor: 'x', vestigingsnaam: 'y' }]));
    expect(problem).toMatchObject({ kind: 'invalid' });
    expect(problem.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['records/1/ON~1BEKEND', 'onbekendeKolom'],
      ['records/2/constructor', 'onbekendeKolom'],
      ['records/2/vestigingsnaam', 'herhaald'],
    ]);
    expect(await subject.ask(ShowDelivery, { id, sourceId }, script())).toMatchObject({ parts: 0, records: 0 });
  });

  it('N35 does not store what the source ignores', async () => {
    const { id } = await open();
    await send(id, 1, [{ ...school(1), GEMEENTENAAM: 'Geheim' }, { ...school(2), TELEFOONNUMMER: '0592000000' }]);
    const [part] = await subject.schema.sql().all<{ lines: string }>('SELECT lines FROM delivery_part');
    expect(part?.lines).toContain('0592000000');
    expect(part?.lines).not.toContain('Geheim');
  });

  it('c3-73 is refused where it would be too large a file, and is still open', async () => {
    const { id } = await open();
    const wide = schools(0, 150).map((record) => ({ ...record, VESTIGINGSNAAM: 'x'.repeat(9_000) }));
    await send(id, 1, wide);
    expect(await refusal(close(id, 150))).toMatchObject({ kind: 'conflict', code: 'fileTooLarge' });
    expect((await subject.ask(ShowDelivery, { id, sourceId }, script())).runId).toBeUndefined();
  });

  it('c3-81 R78 is of one source and of who opened it', async () => {
    const { id } = await open();
    expect(await refusal(open(uuidv7(), script('lrk-script', ['lrk'])))).toMatchObject({ kind: 'forbidden', code: 'noImportRight' });
    for (const ask of [send(id, 1, [school(1)], script('ander-script')), close(id, 1, script('ander-script'))]) expect(await refusal(ask)).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(subject.ask(ShowDelivery, { id, sourceId: 'duo-vo' }, script()))).toMatchObject({ kind: 'notFound', code: 'unknownDelivery' });
    expect(await refusal(subject.ask(OpenDelivery, { id, sourceId: 'duo-xx', full: false, requestedBy: 'x' }))).toMatchObject({ kind: 'notFound', code: 'unknownSource' });
    expect(await refusal(send(uuidv7(), 1, [school(1)]))).toMatchObject({ kind: 'notFound', code: 'unknownDelivery' });
  });

  it('is forgotten where nobody goes on with it for a day', async () => {
    const { id } = await open();
    await send(id, 1, schools(0, 10));
    await subject.schema.sql().run("UPDATE delivery SET touched_at = now() - interval '25 hours' WHERE id = $1", [id]);
    await open();
    expect(await refusal(send(id, 2, schools(10, 20)))).toMatchObject({ kind: 'notFound', code: 'unknownDelivery' });
    expect(await subject.schema.sql().all('SELECT FROM delivery_part WHERE delivery_id = $1', [id])).toEqual([]);
  });
});
