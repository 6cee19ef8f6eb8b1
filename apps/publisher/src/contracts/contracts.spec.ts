import { ChangeContract, ListOrganisations, ShowOrganisation, type AgreedContract, type DirectoryOrganisation } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { agreed, refusal, TestEditor } from '../testing/test-editor.js';
import { TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let root: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  const [row] = await publisher.rows<{ gids_id: string }>("SELECT gids_id FROM import_root WHERE import_id = 'duo'");
  root = Number(row?.gids_id);
});
afterAll(() => publisher.close());

const change = ({ gidsId, version }: DirectoryOrganisation, contract: Partial<AgreedContract>) =>
  publisher.ask(ChangeContract, { gidsId, version, contract: { ...agreed, ...contract }, by: editor.name });
const show = (gidsId: number) => publisher.ask(ShowOrganisation, { gidsId });

async function imported(source = new TestSource(), recordId = '16AH00'): Promise<DirectoryOrganisation> {
  await publisher.handle(source.run(1).clean(recordId));
  const [row] = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_record WHERE source_id = $1', [source.sourceId]);
  return show(Number(row?.gids_id));
}

describe('the contract of an imported organisation', () => {
  it('R9 R94 stands under the importorganisatie of its import, with an infinite term, from the first run on', async () => {
    const twin = await imported();
    expect(twin).toMatchObject({
      management: 'IMPORTED',
      recordId: '16AH00',
      contract: { parentGidsId: root, accountManager: 'Importbeheerder', controlTerm: 'INFINITE', notifyEditorsOnImportedProductChanges: false },
    });
    expect(twin.checkedAt).toBeUndefined();
  });

  it('R9 holds for every one of a frame, of each import under its own root', async () => {
    const sources = [new TestSource('duo'), new TestSource('lrk')];
    for (const source of sources) await publisher.handle(...[1, 2, 3].map((at) => source.run(1).clean(`R${at}`)));
    const rows = await publisher.rows<{ source_id: string; import_id: string; total: number }>(
      `SELECT r.source_id, root.import_id, count(*)::int AS total FROM import_record r
       JOIN contract c USING (gids_id) JOIN import_root root ON root.gids_id = c.parent_gids_id
       WHERE r.source_id = ANY($1) GROUP BY 1, 2 ORDER BY 2`,
      [sources.map(({ sourceId }) => sourceId)],
    );
    expect(rows).toEqual(sources.map(({ sourceId, importId }) => ({ source_id: sourceId, import_id: importId, total: 3 })));
  });

  it('R10 is changed by nobody: not its parent, nor its account manager, nor its term', async () => {
    const twin = await imported();
    const parent = await editor.enter('Elders');
    for (const contract of [{ parentGidsId: parent.gidsId }, { accountManager: 'ander' }, { controlTerm: 26 }]) {
      expect(await refusal(change(twin, contract))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
    }
    expect(await show(twin.gidsId)).toEqual(twin);
  });

  it('R10 stays the same through every later run', async () => {
    const source = new TestSource();
    const twin = await imported(source);
    await publisher.rows("UPDATE contract SET checked_at = '2023-01-01' WHERE gids_id = $1", [twin.gidsId]);
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { name: 'Andere naam' } }));
    expect(await show(twin.gidsId)).toMatchObject({ version: 2, contract: twin.contract, checkedAt: '2023-01-01T00:00:00.000Z' });
  });

  it('R10 the importorganisatie itself is changed by nobody either', async () => {
    const organisation = await show(root);
    expect(organisation).toMatchObject({ management: 'IMPORT_ROOT', visible: false, findings: [] });
    expect(await refusal(change(organisation, { accountManager: 'ander' }))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
  });

  it('A36 one import has one importorganisatie, and no other import the same', async () => {
    await expect(publisher.rows("INSERT INTO import_root (import_id, gids_id) VALUES ('ander', $1)", [root])).rejects.toThrow('import_root_gids_id_unique');
  });
});

describe('the contract of a managed organisation', () => {
  it('G9 is changed with a new version, and told', async () => {
    const [parent, made] = [await editor.enter('Boven'), await editor.enter('Onder')];
    const contract = { parentGidsId: parent.gidsId, accountManager: 'j.jansen', controlTerm: 13, notifyEditorsOnImportedProductChanges: true };
    const changed = await change(made, contract);
    expect(changed).toMatchObject({ version: 2, contract, checkedAt: made.checkedAt, organisation: made.organisation });
    expect((await editor.told(made.gidsId)).map(({ version }) => version)).toEqual([1, 2]);
    const { items } = await publisher.ask(ListOrganisations, { page: 1, pageSize: 10, parentGidsId: parent.gidsId });
    expect(items).toEqual([changed]);
  });

  it('R10 cannot bring it under an imported organisation or an importorganisatie', async () => {
    const made = await editor.enter('Blijft staan');
    for (const parentGidsId of [root, (await imported()).gidsId]) {
      expect(await refusal(change(made, { parentGidsId }))).toMatchObject({ kind: 'conflict', code: 'importedParent' });
      expect(await refusal(editor.enter('Nieuw onder een import', { contract: { parentGidsId } }))).toMatchObject({ kind: 'conflict', code: 'importedParent' });
    }
    expect(await show(made.gidsId)).toEqual(made);
    expect((await publisher.ask(ListOrganisations, { page: 1, pageSize: 10, name: 'nieuw onder een import' })).total).toBe(0);
  });

  it('R94 cannot be made infinite by a person; with an unknown parent both are named', async () => {
    const made = await editor.enter('Eindig');
    expect(await refusal(change(made, { parentGidsId: 999_999, controlTerm: 'INFINITE' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'Bovenliggende organisatie' }, { field: 'Controletermijn' }],
    });
    expect(await show(made.gidsId)).toEqual(made);
  });

  it('cannot stand under itself, nor under one that stands below it, however deep', async () => {
    const top = await editor.enter('Top');
    const middle = await editor.enter('Midden', { contract: { parentGidsId: top.gidsId } });
    const bottom = await editor.enter('Onderaan', { contract: { parentGidsId: middle.gidsId } });
    for (const parentGidsId of [top.gidsId, middle.gidsId, bottom.gidsId]) {
      expect(await refusal(change(top, { parentGidsId }))).toMatchObject({ kind: 'conflict', code: 'parentBelowItself' });
    }
    expect(await change(bottom, { parentGidsId: top.gidsId })).toMatchObject({ contract: { parentGidsId: top.gidsId } });
  });

  it('two that are put under each other at the same time: one of the two is refused', async () => {
    const [one, other] = [await editor.enter('Een'), await editor.enter('Ander')];
    const outcomes = await Promise.allSettled([change(one, { parentGidsId: other.gidsId }), change(other, { parentGidsId: one.gidsId })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
