import { ChangeVisibility, DeleteOrganisation, RecordSignalled, ReviewRoundOpened, type DataOf, type DirectoryOrganisation } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, type TestRun } from '../testing/test-source.js';

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

const show = ({ gidsId, version }: DirectoryOrganisation, visible: boolean) => editor.ask(ChangeVisibility, { gidsId, version, visible, by: editor.name });
const signals = async (): Promise<DataOf<typeof RecordSignalled>[]> => {
  await publisher.idle();
  return (await publisher.told(RecordSignalled)).map(({ data }) => data).filter(({ importId }) => importId === manager.importId);
};

/** The record A, linked to a visible organisation. */
async function linked(): Promise<DirectoryOrganisation> {
  const target = await editor.enter('De Regenboog');
  await manager.run(1, (run) => [run.clean('A')]);
  await manager.setAction('A', 'DO_NOT_SHOW');
  await manager.link('A', target.gidsId);
  return target;
}

describe('what import managers hear of single records (M5)', () => {
  it('R60 the link target is deleted: the link is empty, and that is told once', async () => {
    const { gidsId, version } = await linked();
    await editor.ask(DeleteOrganisation, { gidsId, version, by: editor.name });
    const { id: importRecordId, linkedOrganisationId } = await manager.record('A');
    expect(linkedOrganisationId).toBeUndefined();
    expect(await signals()).toEqual([
      {
        ...{ importId: manager.importId, sourceId: manager.source.sourceId, recordId: 'A', importRecordId, name: 'Basisschool A' },
        ...{ signal: 'LINK_TARGET_DELETED', organisationId: gidsId },
        sentence: `G!DS ${gidsId} De Regenboog is verwijderd; de koppeling is vervallen en de organisatie is nu nergens meer zichtbaar.`,
      },
    ]);
  });

  it('R60 the link target is hidden: told once, the link stays; shown again it is no news', async () => {
    const target = await linked();
    const hidden = await show(target, false);
    expect(await signals()).toMatchObject([{ recordId: 'A', signal: 'LINK_TARGET_HIDDEN', organisationId: target.gidsId }]);
    await show(await show(hidden, false), true);
    expect(await signals()).toHaveLength(1);
    expect((await manager.record('A')).linkedOrganisationId).toBe(target.gidsId);
  });

  it('R60 nothing is told where nothing is linked', async () => {
    await show(await editor.enter('Los'), false);
    expect(await signals()).toEqual([]);
  });

  it('A30 a match is lost while both are visible', async () => {
    const { gidsId } = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [run.duplicate('A', [{ ...sameAddress, gidsId }])]);
    await publisher.handle(manager.source.duplicatesChanged('A', []));
    const [signal, ...more] = await signals();
    expect(more).toEqual([]);
    expect(signal).toMatchObject({ recordId: 'A', signal: 'MATCH_LOST', organisationId: gidsId });
    expect(signal?.sentence).toMatch(/^G!DS \d+ De Regenboog was dezelfde .* koppel\.$/);
  });

  it('A30 no match is lost where M is hidden or gone, the record is hidden, or a person decided', async () => {
    const hidden = await editor.enter('Verborgen', { visible: false });
    const visible = await editor.enter('Zichtbaar');
    const match = (gidsId: number) => [{ ...sameAddress, gidsId }];
    await manager.run(1, (run) => [run.duplicate('H', match(hidden.gidsId)), run.duplicate('G', match(9_999_999)), run.duplicate('Z', match(visible.gidsId)), run.duplicate('P', match(visible.gidsId))]);
    await manager.setAction('Z', 'DO_NOT_SHOW');
    const judged = manager.source.duplicatesChanged('P', []);
    await publisher.handle(...['H', 'G', 'Z'].map((id) => manager.source.duplicatesChanged(id, [])), { ...judged, data: { ...(judged.data as object), cause: 'VERDICT', by: 'i.manager' } });
    expect(await signals()).toEqual([]);
  });
});

describe('the message of a review round (R81, M6)', () => {
  const opened = async ({ id }: TestRun): Promise<DataOf<typeof ReviewRoundOpened>[]> => (await publisher.told(ReviewRoundOpened, id)).map(({ data }) => data);

  it('R81 tells after a run what is open, by reason; what is judged is not', async () => {
    const situation = (run: TestRun) => [run.duplicate('A', [sameAddress]), run.duplicate('B', [sameAddress]), run.failed('C'), run.clean('D')];
    expect(await opened(await manager.run(1, situation))).toEqual([
      {
        ...{ importId: manager.importId, sourceId: manager.source.sourceId, total: 3 },
        reasons: [{ reason: 'POSSIBLE_DUPLICATE', count: 2 }, { reason: 'CONVERSION_ERRORS', count: 1 }],
      },
    ]);
    await manager.judge('A');
    expect(await opened(await manager.run(2, situation))).toMatchObject([{ total: 2, reasons: [{ count: 1 }, { count: 1 }] }]);
  });

  it('R81 tells nothing where nothing is to be judged', async () => {
    expect(await opened(await manager.run(1, (run) => [run.clean('A')]))).toEqual([]);
    await manager.run(2, (run) => [run.failed('A')]);
    await manager.judge('A');
    expect(await opened(await manager.run(3, (run) => [run.failed('A')]))).toEqual([]);
  });
});
