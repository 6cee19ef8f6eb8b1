import { DeletionRequested, RequestDeletion, ShowOrganisation, type Actor } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor } from '../testing/test-people.js';
import { sameAddress } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let manager: TestManager;
/** G!DS-ID of the managed organisation M, for which I is hidden. */
let m: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());
beforeEach(async () => {
  manager = await TestManager.ofNewImport(publisher);
  m = (await editor.enter('OBS M', { contract: { accountManager: 'a.bakker' } })).gidsId;
  await manager.run(1, (run) => [run.duplicate('I', [{ ...sameAddress, gidsId: m }]), run.clean('ANDER')]);
});

const request = async (recordId = 'I', gidsId = m, asker: Actor = manager.actor) =>
  publisher.ask(RequestDeletion, { importRecordId: (await manager.record(recordId)).id, gidsId, reason: 'De import is vollediger', by: asker.name }, asker);

describe('asking to delete a managed organisation (R50, M9)', () => {
  it('R50 A17 asks its account manager and tells so in the history; nothing else changes', async () => {
    const before = [await publisher.ask(ShowOrganisation, { gidsId: m }), await manager.record('I')];
    expect(await request()).toMatchObject({ gidsId: m, accountManager: 'a.bakker', importRecordId: (await manager.record('I')).id });
    await publisher.idle();
    expect((await publisher.told(DeletionRequested)).map(({ data }) => data).filter(({ gidsId }) => gidsId === m)).toEqual([
      {
        ...{ gidsId: m, name: 'OBS M', accountManager: 'a.bakker', importRecordId: (await manager.record('I')).id, importedName: 'Basisschool I' },
        ...{ reason: 'De import is vollediger', by: 'i.manager' },
      },
    ]);
    expect((await manager.history('I'))[0]).toBe(`Accountmanager a.bakker is gevraagd G!DS ${m} OBS M te verwijderen: De import is vollediger.`);
    expect([await publisher.ask(ShowOrganisation, { gidsId: m }), await manager.record('I')]).toEqual(before);
  });

  it('R50 also of what the record is linked to', async () => {
    await manager.setAction('ANDER', 'DO_NOT_SHOW');
    await manager.link('ANDER', m);
    expect(await request('ANDER')).toMatchObject({ gidsId: m });
  });

  it('R50 is refused of what has nothing to do with the record, or is imported (409)', async () => {
    expect(await refusal(request('ANDER'))).toMatchObject({ kind: 'conflict', code: 'unrelatedOrganisation' });
    expect(await refusal(request('I', await manager.gidsId('ANDER')))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
  });

  it('R50 is refused for what is unknown (404), and without the importrecht or of a script (403)', async () => {
    expect(await refusal(request('I', 9_999_999))).toMatchObject({ kind: 'notFound' });
    expect(await refusal(publisher.ask(RequestDeletion, { importRecordId: 9_999_999, gidsId: m, reason: 'x', by: 'x' }, manager.actor))).toMatchObject({ kind: 'notFound' });
    for (const asker of [actor('vreemde', { importRights: ['ander'] }), actor('script', { kind: 'SCRIPT', importRights: [manager.importId] })]) {
      expect(await refusal(request('I', m, asker))).toMatchObject({ kind: 'forbidden' });
    }
    await publisher.idle();
    expect((await publisher.told(DeletionRequested)).filter(({ data }) => data.gidsId === m)).toEqual([]);
  });
});
