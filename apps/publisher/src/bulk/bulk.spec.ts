import {
  BulkProgressed,
  ChangePublicationAction,
  LinkOrganisation,
  ListBulkChanges,
  ListBulkItems,
  ListImportRecords,
  SaveImportNote,
  ShowBulkChange,
  ShowImportRecord,
  ShowRecordHistory,
  StartBulkChange,
  UndoBulkChange,
  type Actor,
  type BulkChangeView,
  type BulkOrder,
  type ImportRecordFilter,
  type ImportRecordView,
} from '@gids/contracts';
import { eventually } from '@gids/testing';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

const by = 'i.manager';
const hide: BulkOrder = { kind: 'ACTION', publicationAction: 'DO_NOT_SHOW' };
const show: BulkOrder = { kind: 'ACTION', publicationAction: 'SHOW_ON_SUCCESS' };
const person = (importRights: string[]): Actor => ({ name: by, kind: 'PERSON', systemAdministrator: false, importRights });

async function bring(count: number): Promise<void> {
  const run = source.run(1);
  await publisher.handle(...Array.from({ length: count }, (_, index) => run.clean(`R${String(index).padStart(4, '0')}`)));
}

async function records(filter: ImportRecordFilter = {}): Promise<ImportRecordView[]> {
  return (await publisher.ask(ListImportRecords, { sourceId: source.sourceId, ...filter, page: 1, pageSize: 500, sort: [] })).items;
}

const record = async (recordId: string) => (await records({ recordId }))[0] as ImportRecordView;
const start = (order: BulkOrder, expectedCount: number, filter: ImportRecordFilter = {}, actor?: Actor) =>
  publisher.ask(StartBulkChange, { filter: { sourceId: source.sourceId, ...filter }, expectedCount, order, by }, actor);
const ended = (asked: Promise<BulkChangeView>) =>
  asked.then(({ id }) => eventually(() => publisher.ask(ShowBulkChange, { id }), { within: 45_000, until: ({ endedAt }) => endedAt !== undefined }));
const refused = (asked: Promise<unknown>) => asked.then(() => 'done', (error: unknown) => (error as { problem?: unknown }).problem ?? String(error));
const visible = async () => (await records({ visible: true })).length;

describe('a bulk change (R86)', () => {
  it('R86 hides five hundred filtered records in one action, with one report, through the history of each', async () => {
    await bring(500);
    expect(await visible()).toBe(500);
    const bulk = await ended(start(hide, 500, { statuses: ['SUCCESS'] }));
    expect(bulk).toMatchObject({ state: 'DONE', total: 500, changed: 500, unchanged: 0, refused: 0, by, imports: ['duo'], order: hide });
    expect(await visible()).toBe(0);
    expect(await records({ publicationActions: ['DO_NOT_SHOW'] })).toHaveLength(500);
    const { items } = await publisher.ask(ShowRecordHistory, { id: (await record('R0123')).id, page: 1, pageSize: 10 });
    expect(items.find(({ kind }) => kind === 'ACTION')).toMatchObject({ by, sentence: expect.stringContaining('NIET zichtbaar') as string });
    const told = (await publisher.told(BulkProgressed)).filter(({ data }) => data.bulkId === bulk.id).map(({ data }) => data.changed);
    expect(told).toEqual([100, 200, 300, 400, 500]);
  });

  it('R86 is refused with the number that it is now where that is not what the person saw, and changes nothing', async () => {
    await bring(3);
    expect(await refused(start(hide, 4))).toMatchObject({ kind: 'conflict', code: 'otherNumber', message: expect.stringContaining('nu voor 3 records, en niet voor 4') as string });
    expect(await refused(start(hide, 0, { recordIds: ['onbekend'] }))).toMatchObject({ kind: 'conflict', code: 'nothingToChange' });
    expect(await visible()).toBe(3);
    expect((await publisher.rows('SELECT FROM bulk_item WHERE bulk_id NOT IN (SELECT id FROM bulk_change)')).length).toBe(0);
  });

  it('R86 refuses linked records one by one and lists them; what is so already stays', async () => {
    await bring(4);
    const [target] = await publisher.rows<{ gids_id: string }>(
      `INSERT INTO organisation (gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
       VALUES (nextval('gids_id_seq'), 'MANAGED', 'PRIMARY_SCHOOL', 'Beheerd', 'beheerd', '{}', 'x', true, 1) RETURNING gids_id`,
    );
    await ended(start(hide, 4));
    const linked = await record('R0001');
    await publisher.ask(LinkOrganisation, { id: linked.id, version: linked.version, gidsId: Number(target?.gids_id), by });
    const open = await record('R0002');
    await publisher.ask(ChangePublicationAction, { id: open.id, version: open.version, publicationAction: 'SHOW_ON_SUCCESS', unlink: false, by });
    const bulk = await ended(start(show, 4));
    expect(bulk).toMatchObject({ state: 'DONE_WITH_REFUSALS', total: 4, changed: 2, unchanged: 1, refused: 1 });
    const { items, total } = await publisher.ask(ListBulkItems, { id: bulk.id, outcomes: ['REFUSED'], page: 1, pageSize: 10 });
    expect(total).toBe(1);
    expect(items).toEqual([{ recordId: linked.id, sourceRecordId: 'R0001', name: linked.name, outcome: 'REFUSED', message: expect.stringContaining(`gekoppeld aan G!DS ${target?.gids_id}`) as string }]);
    expect((await record('R0001')).publicationAction).toBe('DO_NOT_SHOW');
  });

  it('R86 changes what its filter meant when it was asked, also what does not fit in it any more', async () => {
    await bring(3);
    const bulk = await ended(start(hide, 3, { visible: true }));
    expect(bulk.changed).toBe(3);
    expect((await publisher.ask(ListBulkItems, { id: bulk.id, page: 1, pageSize: 10 })).items.map(({ sourceRecordId }) => sourceRecordId)).toEqual(['R0000', 'R0001', 'R0002']);
  });

  it('R21 R86 writes the note of a selection', async () => {
    await bring(3);
    const ids = (await records()).slice(0, 2).map(({ id }) => id);
    await ended(start({ kind: 'NOTE', note: 'Afgesproken met de koepel.' }, 2, { ids }));
    expect((await records({ noted: true })).map(({ id, note }) => [id, note])).toEqual(ids.map((id) => [id, 'Afgesproken met de koepel.']));
  });

  it('R86 goes on where a publisher that was cut off left it, and changes nothing twice', async () => {
    await bring(250);
    const inTheWay = await publisher.connection();
    await inTheWay.query('BEGIN');
    await inTheWay.query("SELECT FROM import_record WHERE source_id = $1 AND record_id = 'R0150' FOR UPDATE", [source.sourceId]);
    const { id } = await start(hide, 250);
    await eventually(() => publisher.ask(ShowBulkChange, { id }), { within: 45_000, until: ({ changed }) => changed === 100 });
    await publisher.lockWaits(1);
    const cut = await inTheWay.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    expect(cut.rowCount).toBe(1);
    await inTheWay.query('ROLLBACK');
    inTheWay.release();
    expect(await ended(Promise.resolve({ id } as BulkChangeView))).toMatchObject({ state: 'DONE', changed: 250 });
    const told = await publisher.rows<{ count: string }>(
      "SELECT count(*) FROM record_history h JOIN import_record r ON r.id = h.record_id WHERE r.source_id = $1 AND h.kind = 'ACTION'",
      [source.sourceId],
    );
    expect(told[0]?.count).toBe('250');
  });

  it('R86 is shared by replicas without doing a record twice', async () => {
    await publisher.start();
    await bring(300);
    const bulks = await Promise.all([ended(start(hide, 300)), ended(start({ kind: 'NOTE', note: 'x' }, 300))]);
    expect(bulks.map(({ changed }) => changed)).toEqual([300, 300]);
    expect(await publisher.deadlocks()).toBe(0);
  });
});

describe('undoing a bulk change (R86)', () => {
  it('R86 gives each record back what it had, but for those that somebody changed since', async () => {
    await bring(4);
    const other = await record('R0003');
    await publisher.ask(ChangePublicationAction, { id: other.id, version: other.version, publicationAction: 'SHOW_IGNORE_DUPLICATES', unlink: false, by });
    const bulk = await ended(start(hide, 4));
    // Away and back: the same as the bulk change wanted, but now it is a person's own decision.
    for (const publicationAction of ['SHOW_ON_SUCCESS', 'DO_NOT_SHOW'] as const) {
      const { id, version } = await record('R0001');
      await publisher.ask(ChangePublicationAction, { id, version, publicationAction, unlink: false, by: 'een.ander' });
    }
    // A note and another run are no decisions on the action.
    const noted = await record('R0002');
    await publisher.ask(SaveImportNote, { id: noted.id, version: noted.version, note: 'x', by: 'een.ander' });
    await publisher.handle(source.run(2).clean('R0000', { organisation: { name: 'Nieuwe naam' } }));
    const undo = await ended(publisher.ask(UndoBulkChange, { id: bulk.id, by }));
    expect(undo).toMatchObject({ undoes: bulk.id, total: 4, changed: 3, refused: 1, state: 'DONE_WITH_REFUSALS' });
    expect((await records()).map(({ publicationAction }) => publicationAction)).toEqual(['SHOW_ON_SUCCESS', 'DO_NOT_SHOW', 'SHOW_ON_SUCCESS', 'SHOW_IGNORE_DUPLICATES']);
    const { items } = await publisher.ask(ListBulkItems, { id: undo.id, outcomes: ['REFUSED'], page: 1, pageSize: 10 });
    expect(items).toMatchObject([{ sourceRecordId: 'R0001', message: expect.stringContaining('door iemand gewijzigd') as string }]);
    expect(await publisher.ask(ShowBulkChange, { id: bulk.id })).toMatchObject({ undoneBy: undo.id });
  });

  it('R86 gives notes back, also where there was none', async () => {
    await bring(2);
    const { id, version } = await record('R0000');
    await publisher.ask(SaveImportNote, { id, version, note: 'oud', by });
    const bulk = await ended(start({ kind: 'NOTE', note: 'nieuw' }, 2));
    await ended(publisher.ask(UndoBulkChange, { id: bulk.id, by }));
    expect((await records()).map(({ note }) => note)).toEqual(['oud', undefined]);
  });

  it('R86 happens once, and not to what is an undoing, changed nothing, or is not there', async () => {
    await bring(1);
    const bulk = await ended(start(hide, 1));
    const nothing = await ended(start(hide, 1));
    const undo = await ended(publisher.ask(UndoBulkChange, { id: bulk.id, by }));
    const undoing = (id: string) => refused(publisher.ask(UndoBulkChange, { id, by }));
    expect(await undoing(bulk.id)).toMatchObject({ kind: 'conflict', code: 'undoneAlready' });
    expect(await undoing(undo.id)).toMatchObject({ kind: 'conflict', code: 'isUndo' });
    expect(await undoing(nothing.id)).toMatchObject({ kind: 'conflict', code: 'nothingToUndo' });
    expect(await undoing('019a9f3e-7a10-7cc3-98c4-dc0c0c07398f')).toMatchObject({ kind: 'notFound' });
  });
});

describe('the importrecht and bulk changes (R78)', () => {
  it('R78 covers the records of the own imports only; another cannot see, list or undo it, a script nothing', async () => {
    await bring(2);
    const lrk = new TestSource('lrk');
    await publisher.handle(lrk.run(1).clean('L1'));
    const foreign = person(['lrk']);
    const ids = [...(await records()), ...(await publisher.ask(ListImportRecords, { sourceId: lrk.sourceId, page: 1, pageSize: 10, sort: [] })).items].map(({ id }) => id);
    expect(await refused(publisher.ask(StartBulkChange, { filter: { ids }, expectedCount: 3, order: hide, by }, foreign))).toMatchObject({ code: 'otherNumber' });
    expect(await refused(start(hide, 2, { importId: 'duo' }, foreign))).toMatchObject({ kind: 'forbidden' });
    expect(await refused(start(hide, 2, {}, { ...person(['duo']), kind: 'SCRIPT' }))).toMatchObject({ kind: 'forbidden' });
    const bulk = await ended(start(hide, 2, {}, person(['duo'])));
    for (const ask of [() => publisher.ask(ShowBulkChange, { id: bulk.id }, foreign), () => publisher.ask(ListBulkItems, { id: bulk.id, page: 1, pageSize: 10 }, foreign), () => publisher.ask(UndoBulkChange, { id: bulk.id, by }, foreign)]) {
      expect(await refused(ask())).toMatchObject({ kind: 'forbidden', code: 'noImportRight' });
    }
    expect((await publisher.ask(ListBulkChanges, { page: 1, pageSize: 100 }, foreign)).items.map(({ id }) => id)).not.toContain(bulk.id);
    expect((await publisher.ask(ListBulkChanges, { page: 1, pageSize: 100 }, person(['duo', 'lrk']))).items[0]?.id).toBe(bulk.id);
    expect(await publisher.ask(ShowImportRecord, { id: ids[2] ?? 0 })).toMatchObject({ publicationAction: 'SHOW_ON_SUCCESS' });
  });
});
