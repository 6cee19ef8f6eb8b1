import {
  ChangePublicationAction,
  LinkOrganisation,
  ListImportRecords,
  SaveImportNote,
  ShowImportRecord,
  ShowRecordHistory,
  ShowVisibleOrganisation,
  type ImportRecordDetail,
  type PublicationAction,
} from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { sameAddress, school, TestSource, unusable } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

const by = 'i.manager';

async function record(recordId = '16AH00'): Promise<ImportRecordDetail> {
  const { items } = await publisher.ask(ListImportRecords, { sourceId: source.sourceId, recordId, page: 1, pageSize: 10, sort: [] });
  return publisher.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
}

async function managed(visible = true): Promise<number> {
  const [row] = await publisher.rows<{ gids_id: string }>(
    `INSERT INTO organisation (gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
     VALUES (nextval('gids_id_seq'), 'MANAGED', 'PRIMARY_SCHOOL', 'Beheerd', 'beheerd', $1, 'x', $2, 1) RETURNING gids_id`,
    [school('beheerd'), visible],
  );
  return Number(row?.gids_id);
}

const isPublic = (gidsId = 0) => publisher.ask(ShowVisibleOrganisation, { gidsId }).then(() => true, () => false);

async function setAction(publicationAction: PublicationAction, unlink = false): Promise<ImportRecordDetail> {
  const { id, version } = await record();
  return publisher.ask(ChangePublicationAction, { id, version, publicationAction, unlink, by });
}

async function link(gidsId?: number): Promise<ImportRecordDetail> {
  const { id, version } = await record();
  return publisher.ask(LinkOrganisation, { id, version, by, ...(gidsId !== undefined && { gidsId }) });
}

const refused = (asked: Promise<unknown>) => asked.then(() => 'done', (error: unknown) => (error as { problem?: { kind: string; code: string } }).problem ?? String(error));
const history = async () => (await publisher.ask(ShowRecordHistory, { id: (await record()).id, page: 1, pageSize: 50 })).items;

describe('changing the publication action acts at once (A31, R89)', () => {
  it('R41 R89 1 to 3 hides, 3 to 1 shows again', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { gidsId } = await record();
    expect(await setAction('DO_NOT_SHOW')).toMatchObject({ visible: false, status: 'SUCCESS' });
    expect(await isPublic(gidsId)).toBe(false);
    expect(await setAction('SHOW_ON_SUCCESS')).toMatchObject({ visible: true });
    expect(await isPublic(gidsId)).toBe(true);
  });

  it('R89 with duplicates: 1 to 2 shows, 2 to 3 hides, 3 to 1 stays hidden', async () => {
    await publisher.handle(source.run(1).duplicate('16AH00', [sameAddress]));
    expect(await setAction('SHOW_IGNORE_DUPLICATES')).toMatchObject({ visible: true, status: 'DUPLICATES_FOUND' });
    expect(await setAction('DO_NOT_SHOW')).toMatchObject({ visible: false });
    expect(await setAction('SHOW_ON_SUCCESS')).toMatchObject({ visible: false, status: 'DUPLICATES_FOUND' });
  });

  it('A7 R89 with errors it stays hidden under every action', async () => {
    await publisher.handle(source.run(1).clean('16AH00', { issues: [unusable] }));
    for (const action of ['SHOW_IGNORE_DUPLICATES', 'DO_NOT_SHOW', 'SHOW_ON_SUCCESS'] as const) expect(await setAction(action)).toMatchObject({ visible: false, status: 'CONVERSION_ERRORS' });
  });

  it('R30 is not changed by the runs that follow, nor is what it led to', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await setAction('DO_NOT_SHOW');
    await publisher.handle(source.run(2).clean('16AH00'));
    expect(await record()).toMatchObject({ publicationAction: 'DO_NOT_SHOW', visible: false });
  });
});

describe('a link (R54, R90)', () => {
  it('R52 R54 is refused on action 1, laid on action 3, and keeps action 3', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const target = await managed();
    expect(await refused(link(target))).toMatchObject({ kind: 'conflict', code: 'wrongAction' });
    await setAction('DO_NOT_SHOW');
    expect(await link(target)).toMatchObject({ linkedOrganisationId: target, visible: false });
    expect(await refused(setAction('SHOW_ON_SUCCESS'))).toMatchObject({ kind: 'conflict', code: 'linked' });
    expect(await setAction('SHOW_ON_SUCCESS', true)).toMatchObject({ publicationAction: 'SHOW_ON_SUCCESS', visible: true });
    expect((await record()).linkedOrganisationId).toBeUndefined();
  });

  it('R55 is laid by a person alone, and told with his name: no run and no duplicate ever lays one', async () => {
    const target = await managed();
    const certain = { ...sameAddress, gidsId: target, class: 'IDENTICAL' as const };
    for (const number of [1, 2, 3]) await publisher.handle(source.run(number).duplicate('16AH00', [certain]));
    expect((await record()).linkedOrganisationId).toBeUndefined();
    await setAction('DO_NOT_SHOW');
    await publisher.handle(source.run(4).duplicate('16AH00', [certain]));
    expect((await record()).linkedOrganisationId).toBeUndefined();
    await link(target);
    expect((await history())[0]).toMatchObject({ kind: 'STATUS' });
    expect((await history()).find(({ kind }) => kind === 'LINK')).toMatchObject({ by, sentence: `Gekoppeld aan G!DS ${target} Beheerd.` });
  });

  it('R54 to what is not there, is imported, or is the importorganisatie is refused, and nothing changes', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await setAction('DO_NOT_SHOW');
    const before = await record();
    const [root] = await publisher.rows<{ gids_id: string }>("SELECT gids_id FROM import_root WHERE import_id = 'duo'");
    expect(await refused(link(999_999_999))).toMatchObject({ kind: 'notFound' });
    expect(await refused(link(before.gidsId))).toMatchObject({ kind: 'conflict', code: 'notManaged' });
    expect(await refused(link(Number(root?.gids_id)))).toMatchObject({ kind: 'conflict', code: 'notManaged' });
    expect(await record()).toEqual(before);
  });

  it('R54 A2 to a hidden one is allowed; its own link target is no duplicate', async () => {
    const target = await managed(false);
    await publisher.handle(source.run(1).duplicate('16AH00', [{ ...sameAddress, gidsId: target }]));
    await setAction('DO_NOT_SHOW');
    expect(await link(target)).toMatchObject({ status: 'SUCCESS', visible: false });
    expect(await link()).toMatchObject({ status: 'DUPLICATES_FOUND', visible: false });
  });
});

describe('the note (R21, R91)', () => {
  it('R21 R91 is saved, survives runs, and is taken away by an empty one', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { id, version } = await record();
    await publisher.ask(SaveImportNote, { id, version, note: 'afgesproken met school: niet tonen', by });
    for (const number of [2, 3, 4]) await publisher.handle(source.run(number).clean('16AH00', { organisation: { name: `Naam ${number}` } }));
    const later = await record();
    expect(later.note).toBe('afgesproken met school: niet tonen');
    expect((await publisher.ask(SaveImportNote, { id, version: later.version, note: '  ', by })).note).toBeUndefined();
  });
});

describe('bad input to a decision', () => {
  it.each([
    ['ChangePublicationAction', (target: { id: number; version: number }) => publisher.ask(ChangePublicationAction, { ...target, publicationAction: 'DO_NOT_SHOW', unlink: false, by })],
    ['LinkOrganisation', (target: { id: number; version: number }) => publisher.ask(LinkOrganisation, { ...target, by })],
    ['SaveImportNote', (target: { id: number; version: number }) => publisher.ask(SaveImportNote, { ...target, note: 'x', by })],
  ])('R89 R90 R91 %s: an unknown record is 404, an old version 412, and nothing changes', async (_, ask) => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const before = await record();
    expect(await refused(ask({ id: 999_999_999, version: 1 }))).toMatchObject({ kind: 'notFound' });
    expect(await refused(ask({ id: before.id, version: before.version + 1 }))).toMatchObject({ kind: 'stale', code: 'staleVersion' });
    expect(await record()).toEqual(before);
  });

  it('of two people who decide on the same version one is told that it changed', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { id, version } = await record();
    const decide = (publicationAction: PublicationAction) => refused(publisher.ask(ChangePublicationAction, { id, version, publicationAction, unlink: false, by }));
    const outcomes = await Promise.all([decide('DO_NOT_SHOW'), decide('SHOW_IGNORE_DUPLICATES')]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== 'done')).toEqual([expect.objectContaining({ kind: 'stale' })]);
  });
});

describe('the history of a record (R99)', () => {
  it('R99 says of a record that a run hid because of M: run, date, reason and the number of M', async () => {
    await publisher.handle(source.run(6).clean('16AH00'));
    const run = source.run(7);
    await publisher.handle(run.duplicate('16AH00', [{ ...sameAddress, gidsId: 102_938 }]));
    const [newest] = await history();
    expect(newest).toMatchObject({ kind: 'VISIBILITY', runId: run.id, runNumber: 7, sentence: expect.stringMatching(/^Niet zichtbaar: G!DS 102938 .*zelfde adres/) as string });
    expect(Number.isNaN(Date.parse(newest?.at ?? ''))).toBe(false);
    expect((await record()).why).toBe(newest?.sentence);
  });

  it('R99 tells the newest first, with who did it; a decision that changes nothing is not told', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await setAction('DO_NOT_SHOW');
    await setAction('DO_NOT_SHOW');
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { phone: '0591659841' } }));
    await publisher.handle(source.run(3).clean('16AH00', { organisation: { phone: '0591659841' } }));
    expect((await history()).map(({ kind, by: who, runNumber }) => [kind, who ?? runNumber])).toEqual([
      ['CONTENT', 2],
      ['VISIBILITY', by],
      ['ACTION', by],
      ['SOURCE', 1],
    ]);
  });

  it('R99 of a record that is not there is 404', async () => {
    expect(await refused(publisher.ask(ShowRecordHistory, { id: 999_999_999, page: 1, pageSize: 10 }))).toMatchObject({ kind: 'notFound' });
  });
});
