import { AppointRole, ChangeContract, ChangeOrganisation, DeleteOrganisation, ListRoles, WithdrawRole, type Actor, type OrganisationRole } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { agreed, refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor, personChanged } from '../testing/test-people.js';
import { TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  await publisher.handle(...['j.bakker', 'e.visser', 'b.mulder'].map((account) => personChanged({ account })), personChanged({ account: 'geblokkeerd', active: false }));
});
afterAll(() => publisher.close());

const administrator = actor('beheerder', { systemAdministrator: true });
const appoint = (gidsId: number, account: string, role: OrganisationRole, asker: Actor | undefined = administrator) =>
  publisher.ask(AppointRole, { gidsId, account, role, by: asker?.name ?? 'huis' }, asker);
const withdraw = (gidsId: number, account: string, role: OrganisationRole, asker: Actor | undefined = administrator) =>
  publisher.ask(WithdrawRole, { gidsId, account, role, by: asker?.name ?? 'huis' }, asker);
const rolesAt = async (gidsId: number) => (await publisher.ask(ListRoles, { gidsId }, actor('iemand'))).items;

/** M under P: the account managers of P are those of every root that the editor enters. */
async function underParent() {
  const p = await editor.enter('P');
  const m = await editor.enter('M', { contract: { parentGidsId: p.gidsId, accountManager: 'a.bakker' } });
  return { p: p.gidsId, m: m.gidsId };
}

describe('persons as the gateway tells of them', () => {
  const known = async (account: string) => publisher.rows('SELECT version, active, system_administrator FROM person WHERE account = $1', [account]);

  it('R78 are kept by their newest state, in whatever order it is told, and however often', async () => {
    await publisher.handle(personChanged({ account: 'p', version: 2, systemAdministrator: true }), personChanged({ account: 'p', version: 3, active: false }));
    await publisher.handle(personChanged({ account: 'p', version: 1 }));
    expect(await known('p')).toEqual([{ version: 3, active: false, system_administrator: false }]);
    await publisher.handle(personChanged({ account: 'p', version: 4 }), personChanged({ account: 'q', version: 7 }));
    expect([await known('p'), await known('q')]).toMatchObject([[{ version: 4, active: true }], [{ version: 7 }]]);
  });
});

describe('roles at an organisation that people manage', () => {
  it('G12 are given, listed by name and taken away; twice is once', async () => {
    const { m } = await underParent();
    expect(await appoint(m, 'j.bakker', 'EDITOR')).toEqual({ account: 'j.bakker', role: 'EDITOR', active: true });
    await appoint(m, 'j.bakker', 'EDITOR');
    await appoint(m, 'e.visser', 'ADMINISTRATOR');
    await appoint(m, 'j.bakker', 'ACCOUNT_MANAGER');
    expect(await rolesAt(m)).toEqual([
      { account: 'e.visser', role: 'ADMINISTRATOR', active: true },
      { account: 'j.bakker', role: 'ACCOUNT_MANAGER', active: true },
      { account: 'j.bakker', role: 'EDITOR', active: true },
    ]);
    expect([await withdraw(m, 'j.bakker', 'EDITOR'), await withdraw(m, 'j.bakker', 'EDITOR')]).toEqual([{ withdrawn: true }, { withdrawn: false }]);
    expect((await rolesAt(m)).map(({ account, role }) => `${account} ${role}`)).toEqual(['e.visser ADMINISTRATOR', 'j.bakker ACCOUNT_MANAGER']);
  });

  it('of somebody who is blocked are seen to be so, and can be taken away', async () => {
    const { m } = await underParent();
    await publisher.handle(personChanged({ account: 'weg' }));
    await appoint(m, 'weg', 'EDITOR');
    await publisher.handle(personChanged({ account: 'weg', version: 2, active: false }));
    expect(await rolesAt(m)).toEqual([{ account: 'weg', role: 'EDITOR', active: false }]);
    expect(await withdraw(m, 'weg', 'EDITOR')).toEqual({ withdrawn: true });
  });

  it.each([
    ['nobody has', 'onbekend', 'unknownPerson', 'Er is geen account "onbekend".'],
    ['is blocked', 'geblokkeerd', 'blockedPerson', 'Account "geblokkeerd" is geblokkeerd.'],
  ])('N5 are not given to an account that %s (400), and nothing is stored', async (_, account, code, message) => {
    const { m } = await underParent();
    const problem = await refusal(appoint(m, account, 'EDITOR'));
    expect(problem).toMatchObject({ kind: 'invalid', code, errors: [{ field: 'account', code }], message: expect.stringContaining(message) as string });
    expect(await rolesAt(m)).toEqual([]);
  });

  it('N4 at an organisation that is not there do not exist (404)', async () => {
    const requests = [() => appoint(999_999, 'j.bakker', 'EDITOR'), () => withdraw(999_999, 'j.bakker', 'EDITOR'), () => rolesAt(999_999)];
    for (const request of requests) {
      expect(await refusal(request())).toMatchObject({ kind: 'notFound', code: 'unknownOrganisation' });
    }
  });

  it('R78 are given and taken by who may only: a systeembeheerder, its administrators and account managers, and those above', async () => {
    const { m } = await underParent();
    await appoint(m, 'b.mulder', 'ADMINISTRATOR');
    await appoint(m, 'e.visser', 'EDITOR');
    const allowed = [administrator, actor('b.mulder'), actor('a.bakker'), actor('j.jansen')];
    for (const asker of allowed) {
      await appoint(m, 'j.bakker', 'EXTERNAL_EDITOR', asker);
      expect(await withdraw(m, 'j.bakker', 'EXTERNAL_EDITOR', asker)).toEqual({ withdrawn: true });
    }
    const denied = [actor('e.visser'), actor('iemand'), actor('i.manager', { importRights: ['duo'] }), actor('a.bakker', { kind: 'SCRIPT' })];
    const before = await editor.everything();
    for (const asker of denied) {
      expect(await refusal(appoint(m, 'iemand', 'ACCOUNT_MANAGER', asker))).toMatchObject({ kind: 'forbidden', code: 'noRight' });
      expect(await refusal(withdraw(m, 'e.visser', 'EDITOR', asker))).toMatchObject({ kind: 'forbidden', code: 'noRight' });
    }
    expect(await editor.everything()).toEqual(before);
  });
});

describe('roles at what an import holds', () => {
  it('R11 are refused (409), whoever asks and whichever it is, and no role is stored', async () => {
    const manager = TestManager.of(publisher, new TestSource());
    await publisher.handle(manager.source.run(1).clean('16AH00'));
    const imported = await manager.gidsId('16AH00');
    const [root] = await publisher.rows<{ gids_id: string }>("SELECT gids_id FROM import_root WHERE import_id = 'duo'");
    for (const gidsId of [imported, Number(root?.gids_id)]) {
      for (const asker of [administrator, undefined, manager.actor]) {
        for (const role of ['EDITOR', 'EXTERNAL_EDITOR', 'ACCOUNT_MANAGER', 'ADMINISTRATOR'] as const) {
          expect(await refusal(publisher.ask(AppointRole, { gidsId, account: 'j.bakker', role, by: 'x' }, asker))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
        }
      }
      expect(await refusal(withdraw(gidsId, 'j.bakker', 'EDITOR'))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
      expect(await rolesAt(gidsId)).toEqual([]);
    }
    expect(await publisher.rows('SELECT FROM organisation_role JOIN organisation USING (gids_id) WHERE management <> $1', ['MANAGED'])).toEqual([]);
  });

  it('R11 R63 a copy brings no role along, and puts none at its source', async () => {
    const { p, m } = await underParent();
    await appoint(m, 'j.bakker', 'EDITOR');
    const copy = await editor.copy(m, { parentGidsId: p });
    expect([await rolesAt(copy.gidsId), (await rolesAt(m)).length]).toEqual([[], 1]);
  });
});

describe('who manages an organisation', () => {
  it('A8 is told when it is entered or copied, and each time when its name, account manager or editors change, with a newer version', async () => {
    const { p, m } = await underParent();
    await appoint(m, 'j.bakker', 'EDITOR');
    await appoint(m, 'e.visser', 'EXTERNAL_EDITOR');
    await appoint(m, 'b.mulder', 'ADMINISTRATOR');
    await withdraw(m, 'j.bakker', 'EDITOR');
    const { organisation, version } = await editor.show(m);
    const renamed = await editor.ask(ChangeOrganisation, { gidsId: m, version, organisation: { ...organisation, name: 'M2' }, by: editor.name });
    await editor.ask(ChangeContract, { gidsId: m, version: renamed.version, contract: { ...agreed, parentGidsId: p, accountManager: 'j.jansen' }, by: editor.name });
    const common = { gidsId: m, accountManager: 'a.bakker' };
    expect(await editor.toldPeople(m)).toEqual([
      { ...common, version: 1, name: 'M', editors: [] },
      { ...common, version: 2, name: 'M', editors: ['j.bakker'] },
      { ...common, version: 3, name: 'M', editors: ['e.visser', 'j.bakker'] },
      { ...common, version: 4, name: 'M', editors: ['e.visser'] },
      { ...common, version: 5, name: 'M2', editors: ['e.visser'] },
      { ...common, version: 6, name: 'M2', editors: ['e.visser'], accountManager: 'j.jansen' },
    ]);
    const copy = await editor.copy(m, { parentGidsId: p });
    expect(await editor.toldPeople(copy.gidsId)).toEqual([{ gidsId: copy.gidsId, version: 1, name: 'M2', accountManager: 'a.bakker', editors: [] }]);
  });

  it('A8 is not told when something else of it changes', async () => {
    const { m } = await underParent();
    const { organisation, version } = await editor.show(m);
    const changed = await editor.ask(ChangeOrganisation, { gidsId: m, version, organisation: { ...organisation, description: 'Nieuw' }, by: editor.name });
    await editor.ask(ChangeContract, { gidsId: m, version: changed.version, contract: { ...agreed, ...changed.contract, controlTerm: 13 }, by: editor.name });
    expect(await editor.toldPeople(m)).toHaveLength(1);
  });

  it('R60 is nobody once it is deleted: its roles are gone, and that is told', async () => {
    const { m } = await underParent();
    await appoint(m, 'j.bakker', 'EDITOR');
    const { version } = await editor.show(m);
    await editor.ask(DeleteOrganisation, { gidsId: m, version, by: editor.name });
    expect((await editor.toldPeople(m)).at(-1)).toEqual({ gidsId: m, version: version + 1, name: 'M', editors: [] });
    expect(await publisher.rows('SELECT FROM organisation_role WHERE gids_id = $1', [m])).toEqual([]);
  });
});
