import {
  CreateOrganisation,
  ListImportRecords,
  ShowImportRecord,
  ShowOrganisation,
  ShowRecordHistory,
  ShowVisibleOrganisation,
  TransferManagement,
  type ImportRecordDetail,
} from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { school, TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;
let parentGidsId: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  const parent = await publisher.ask(CreateOrganisation, {
    organisation: { ...school('bibliotheek'), kind: 'LIBRARY', name: 'Bibliotheek Nietap' },
    visible: true,
    contract: { accountManager: 'm.devries', controlTerm: 26, notifyEditorsOnImportedProductChanges: false },
    by: 'beheerder',
  });
  parentGidsId = parent.gidsId;
});
afterAll(() => publisher.close());
beforeEach(async () => {
  source = new TestSource();
  await publisher.handle(source.run(1).clean('16AH00'));
});

async function record(): Promise<ImportRecordDetail> {
  const { items } = await publisher.ask(ListImportRecords, { sourceId: source.sourceId, recordId: '16AH00', page: 1, pageSize: 10, sort: [] });
  return publisher.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
}

async function transfer(more: object = {}) {
  const { id, version } = await record();
  return publisher.ask(TransferManagement, { id, version, parentGidsId, accountManager: 'm.devries', link: true, by: 'i.manager', ...more });
}

const isPublic = (gidsId = 0) => publisher.ask(ShowVisibleOrganisation, { gidsId }).then(() => true, () => false);
const problemOf = (asked: Promise<unknown>) => asked.then(() => undefined, (error: unknown) => (error as { problem?: object }).problem);

describe('transferring management (R62)', () => {
  it('R40 R62 gives the editor a visible copy, hides the imported one and links them; the next run changes nothing of this', async () => {
    const before = await record();
    const { copy, record: after, postponed } = await transfer();
    expect(postponed).toBe(false);
    expect(copy).toMatchObject({ management: 'MANAGED', visible: true, contract: { parentGidsId, accountManager: 'm.devries', controlTerm: 26 } });
    expect(copy.gidsId).not.toBe(before.gidsId);
    expect(after).toMatchObject({ publicationAction: 'DO_NOT_SHOW', visible: false, linkedOrganisationId: copy.gidsId, gidsId: before.gidsId });
    expect([await isPublic(before.gidsId), await isPublic(copy.gidsId)]).toEqual([false, true]);
    await publisher.handle(source.run(2).clean('16AH00'));
    expect(await record()).toMatchObject({ publicationAction: 'DO_NOT_SHOW', visible: false, linkedOrganisationId: copy.gidsId });
    expect(await publisher.ask(ShowOrganisation, { gidsId: copy.gidsId })).toEqual(copy);
  });

  it('R62 without a link hides the imported one only', async () => {
    const { record: after } = await transfer({ link: false });
    expect(after.publicationAction).toBe('DO_NOT_SHOW');
    expect(after.linkedOrganisationId).toBeUndefined();
  });

  it('A35 an invalid copy is hidden, and the imported one stays as it was: something is visible at every moment', async () => {
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { visitAddress: { street: 'Proefstraat', houseNumber: 13, town: 'Nietap' } } }));
    const before = await record();
    const { copy, record: after, postponed } = await transfer();
    expect({ postponed, visible: copy.visible }).toEqual({ postponed: true, visible: false });
    expect(copy.findings.map(({ field }) => field)).toEqual(['Postcode']);
    expect(after).toMatchObject({ publicationAction: before.publicationAction, visible: before.visible });
    expect(after.linkedOrganisationId).toBeUndefined();
    const { items } = await publisher.ask(ShowRecordHistory, { id: after.id, page: 1, pageSize: 1 });
    expect(items[0]?.sentence).toContain('nog niet zichtbaar');
  });

  it('R62 a second time is refused: there is a copy to link to', async () => {
    const { copy } = await transfer();
    expect(await problemOf(transfer())).toMatchObject({ kind: 'conflict', code: 'alreadyCopied', message: expect.stringContaining(String(copy.gidsId)) as string });
  });

  it('R62 is all or nothing: without parent and account manager both are named, and nothing changes', async () => {
    const before = await record();
    const [count] = await publisher.rows('SELECT count(*) FROM organisation');
    const problem = await problemOf(transfer({ parentGidsId: undefined, accountManager: '' }));
    expect(problem).toMatchObject({ kind: 'invalid', errors: [{ field: 'Bovenliggende organisatie' }, { field: 'Accountmanager' }] });
    expect(await record()).toEqual(before);
    expect(await publisher.rows('SELECT count(*) FROM organisation')).toEqual([count]);
  });

  it('R62 R96 of what is no longer in the source is refused', async () => {
    await publisher.handle(source.run(2).vanished('16AH00'));
    expect(await problemOf(transfer())).toMatchObject({ kind: 'conflict', code: 'notTransferable' });
  });

  it('R10 R67 what is imported cannot be the new parent', async () => {
    const { gidsId } = await record();
    expect(await problemOf(transfer({ parentGidsId: gidsId }))).toMatchObject({ kind: 'conflict' });
  });
});
