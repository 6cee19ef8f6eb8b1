import { ChangeVisibility, DeleteOrganisation, type DirectoryOrganisation } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let manager: TestManager;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());
beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

const show = ({ gidsId, version }: DirectoryOrganisation, visible: boolean) => publisher.ask(ChangeVisibility, { gidsId, version, visible, by: editor.name });
const remove = ({ gidsId, version }: DirectoryOrganisation) => publisher.ask(DeleteOrganisation, { gidsId, version, by: editor.name });

describe('links and matches that need a look', () => {
  it('R60 the link target is deleted: the link ends, the record stays hidden on action 3 and is in the list', async () => {
    const target = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [run.clean('A')]);
    await manager.setAction('A', 'DO_NOT_SHOW');
    await manager.link('A', target.gidsId);
    await manager.run(2);
    expect(await manager.items()).toEqual([]);
    await remove(target);
    await manager.run(3);
    expect((await manager.record('A')).linkedOrganisationId).toBeUndefined();
    expect(await manager.record('A')).toMatchObject({ visible: false, publicationAction: 'DO_NOT_SHOW' });
    expect(await manager.items()).toEqual([
      expect.objectContaining({
        reason: 'NOWHERE_VISIBLE',
        explanation: `Nergens zichtbaar: de publicatieactie is 'NIET zichtbaar maken na import' en de gekoppelde G!DS ${target.gidsId} is verwijderd.`,
      }),
    ]);
    await manager.judge('A');
    await manager.close();
    await manager.run(4);
    expect(await manager.items()).toEqual([]);
    await manager.setAction('A', 'SHOW_ON_SUCCESS');
    await manager.run(5);
    expect(await publisher.rows("SELECT FROM review_signal WHERE reason = 'NOWHERE_VISIBLE'")).toEqual([]);
  });

  it('R60 the link target is hidden: in the list as long as that is so', async () => {
    const target = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [run.clean('A')]);
    await manager.setAction('A', 'DO_NOT_SHOW');
    await manager.link('A', target.gidsId);
    const hidden = await show(target, false);
    await manager.run(2);
    expect(await manager.items()).toEqual([expect.objectContaining({ reason: 'NOWHERE_VISIBLE', explanation: expect.stringContaining(`G!DS ${target.gidsId} is niet zichtbaar`) as string })]);
    await show(hidden, true);
    expect(await manager.items()).toEqual([]);
  });

  it('R60 action 3 without a link, while the only duplicate is hidden, is nowhere visible either (table 5.3 row 6)', async () => {
    await manager.run(1, (run) => [run.duplicate('A', [sameAddress]), run.clean('B')]);
    await manager.setAction('A', 'DO_NOT_SHOW');
    await manager.setAction('B', 'DO_NOT_SHOW');
    await manager.run(2, (run) => [run.reevaluated('A', [{ ...sameAddress, visible: false }])]);
    expect(await manager.items()).toEqual([expect.objectContaining({ bronId: 'A', reason: 'NOWHERE_VISIBLE', explanation: expect.stringContaining('De Regenboog') as string })]);
  });

  it('A30 a match is lost while both are visible: in the list, until the match is back or a person decides', async () => {
    const managed = await editor.enter('De Regenboog');
    const match = { ...sameAddress, gidsId: managed.gidsId };
    await manager.run(1, (run) => [run.duplicate('A', [match]), run.duplicate('B', [match])]);
    await publisher.handle(manager.source.duplicatesChanged('A', []), manager.source.duplicatesChanged('B', [{ ...match, counts: false }]));
    await manager.run(2);
    expect(await manager.reasons()).toEqual({ A: 'MATCH_LOST', B: 'MATCH_LOST' });
    expect((await manager.items())[0]?.explanation).toContain(`G!DS ${managed.gidsId}`);
    await manager.judge('A', 'zijn echt twee scholen');
    await manager.setAction('B', 'DO_NOT_SHOW');
    await manager.run(3);
    expect(await manager.items({ judged: false })).toEqual([]);
    await publisher.handle(manager.source.duplicatesChanged('A', [match]));
    expect(await manager.reasons()).toEqual({ A: 'POSSIBLE_DUPLICATE' });
  });

  it('A30 no match is lost where the managed one is hidden or gone, or a person said that they differ', async () => {
    const [hidden, gone, other] = await Promise.all(['Verborgen', 'Weg', 'Anders'].map((name) => editor.enter(name)));
    const match = (gidsId = 0) => ({ ...sameAddress, gidsId });
    await manager.run(1, (run) => [run.duplicate('H', [match(hidden?.gidsId)]), run.duplicate('G', [match(gone?.gidsId)]), run.duplicate('V', [match(other?.gidsId)])]);
    if (hidden && gone) await Promise.all([show(hidden, false), remove(gone)]);
    await publisher.handle(
      manager.source.duplicatesChanged('H', [{ ...match(hidden?.gidsId), visible: false }]),
      manager.source.duplicatesChanged('G', []),
      manager.source.duplicatesChanged('V', [{ ...match(other?.gidsId), counts: false, verdict: 'NOT_DUPLICATE' }]),
    );
    await manager.run(2);
    expect(await manager.items()).toEqual([]);
  });
});
