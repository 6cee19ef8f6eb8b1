import { AppointRole, ListContracts, type Actor } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor, personChanged } from '../testing/test-people.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
const ids = { p: 0, m: 0, other: 0, root: 0 };

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  await publisher.handle(personChanged({ account: 'j.bakker' }));
  ids.p = (await editor.enter('P')).gidsId;
  ids.m = (await editor.enter('Ma', { contract: { parentGidsId: ids.p } })).gidsId;
  ids.other = (await editor.enter('Mb', { contract: { parentGidsId: ids.p, accountManager: 'a.bakker' }, visible: false })).gidsId;
  await publisher.ask(AppointRole, { gidsId: ids.p, account: 'j.bakker', role: 'EDITOR', by: editor.name }, editor.actor);
});
afterAll(() => publisher.close());

const overview = (gidsId: number, asker?: Actor, page = { page: 1, pageSize: 10 }) => publisher.ask(ListContracts, { gidsId, ...page }, asker);

describe('the contractenoverzicht', () => {
  it('R65 G11 lists what stands directly below an organisation, hidden or not, with its contract, by name', async () => {
    await editor.enter('Dieper', { contract: { parentGidsId: ids.m } });
    const { items, total } = await overview(ids.p, actor('iemand'));
    expect(total).toBe(2);
    expect(items).toEqual([await editor.show(ids.m), await editor.show(ids.other)]);
    expect(items[1]).toMatchObject({ visible: false, contract: { parentGidsId: ids.p, accountManager: 'a.bakker', controlTerm: 26 } });
    expect((await overview(ids.p, undefined, { page: 2, pageSize: 1 })).items.map(({ gidsId }) => gidsId)).toEqual([ids.other]);
  });

  it('R65 given an account manager of P or above, then Nieuwe organisatie and directly below it Kopieer organisatie', async () => {
    expect((await overview(ids.p, actor('a.bakker'))).actions).toEqual(['CREATE_ORGANISATION', 'COPY_ORGANISATION']);
    expect((await overview(ids.m, actor('a.bakker'))).actions).toEqual(['CREATE_ORGANISATION', 'COPY_ORGANISATION']);
  });

  it('R65 given a redacteur of P, or anybody else, then neither', async () => {
    for (const asker of [actor('j.bakker'), actor('iemand'), actor('beheerder', { systemAdministrator: true }), actor('i.manager', { importRights: ['duo'] })]) {
      expect((await overview(ids.p, asker)).actions).toEqual([]);
    }
  });

  it('R65 R10 under an importorganisatie nobody enters anything, and childminders are for its import manager (N39)', async () => {
    const manager = await TestManager.ofNewImport(publisher);
    await manager.run(1, (run) => [run.clean('KDV'), run.clean('VGO', { organisation: { kind: 'CHILDMINDER' } })]);
    const [root] = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_root WHERE import_id = $1', [manager.importId]);
    const asked = async (asker?: Actor) => {
      const { items, total, actions } = await overview(Number(root?.gids_id), asker);
      return { names: items.map(({ recordId }) => recordId), total, actions };
    };
    expect(await asked(editor.actor)).toEqual({ names: ['KDV'], total: 1, actions: [] });
    expect(await asked(manager.actor)).toEqual({ names: ['KDV', 'VGO'], total: 2, actions: [] });
    expect((await asked()).actions).toEqual([]);
  });

  it('N4 of an organisation that is not there does not exist (404)', async () => {
    expect(await refusal(overview(999_999, actor('a.bakker')))).toMatchObject({ kind: 'notFound', code: 'unknownOrganisation' });
  });
});
