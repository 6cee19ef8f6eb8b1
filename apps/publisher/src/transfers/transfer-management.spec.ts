import { ShowOrganisation, TransferManagement, type ImportRecordDetail } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor } from '../testing/test-people.js';
import { TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;
let manager: TestManager;
let parentGidsId: number;

/** An import manager who is account manager of the parent as well. */
const both = actor('m.devries', { importRights: ['duo'] });

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  parentGidsId = (await (await TestEditor.known(publisher)).enter('Bibliotheek Nietap')).gidsId;
});
afterAll(() => publisher.close());
beforeEach(async () => {
  source = new TestSource();
  manager = TestManager.of(publisher, source);
  await publisher.handle(source.run(1).clean('16AH00'));
});

const record = (): Promise<ImportRecordDetail> => manager.record('16AH00');

async function transfer(more: object = {}, asker = both) {
  const { id, version } = await record();
  return publisher.ask(TransferManagement, { id, version, parentGidsId, accountManager: 'm.devries', link: true, by: asker.name, ...more }, asker);
}

const problemOf = (asked: Promise<unknown>) => asked.then(() => undefined, (error: unknown) => (error as { problem?: object }).problem);

describe('transferring management (R62)', () => {
  it('R40 R62 gives the editor a visible copy, hides the imported one and links them; the next run changes nothing of this', async () => {
    const before = await record();
    const { copy, record: after, postponed } = await transfer();
    expect(postponed).toBe(false);
    expect(copy).toMatchObject({ management: 'MANAGED', visible: true, contract: { parentGidsId, accountManager: 'm.devries', controlTerm: 26 } });
    expect(copy.gidsId).not.toBe(before.gidsId);
    expect(after).toMatchObject({ publicationAction: 'DO_NOT_SHOW', visible: false, linkedOrganisationId: copy.gidsId, gidsId: before.gidsId });
    expect([await manager.isPublic(before.gidsId), await manager.isPublic(copy.gidsId)]).toEqual([false, true]);
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
    expect((await manager.history('16AH00'))[0]).toContain('nog niet zichtbaar');
  });

  it.each([
    ['the importrecht of the import', 'noImportRight', actor('m.devries', { importRights: ['lrk'], systemAdministrator: true })],
    ['a role as account manager at the parent or above', 'noRight', actor('i.manager', { importRights: ['duo'], systemAdministrator: true })],
    ['a person', 'noRight', actor('m.devries', { kind: 'SCRIPT', importRights: ['duo'] })],
  ] as const)('R62 R78 without %s is forbidden, and nothing changes', async (_, code, asker) => {
    const before = await record();
    expect(await problemOf(transfer({}, asker))).toMatchObject({ kind: 'forbidden', code });
    expect(await record()).toEqual(before);
    expect(await publisher.rows('SELECT FROM organisation WHERE copied_from_gids_id = $1', [before.gidsId])).toEqual([]);
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
