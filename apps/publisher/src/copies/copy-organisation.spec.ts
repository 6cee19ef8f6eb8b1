import { ChangeOrganisation, ListProducts, ShowOrganisation, type DirectoryOrganisation } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { library, refusal, TestEditor, withoutNumber } from '../testing/test-editor.js';
import { school, TestSource, type RecordOptions } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let parentGidsId: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  parentGidsId = (await editor.enter('Bovenliggende')).gidsId;
});
afterAll(() => publisher.close());

const show = (gidsId: number) => publisher.ask(ShowOrganisation, { gidsId });

async function imported(options: RecordOptions = {}, source = new TestSource()): Promise<DirectoryOrganisation> {
  await publisher.handle(source.run(1).clean('16AH00', options));
  const [row] = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_record WHERE source_id = $1', [source.sourceId]);
  return show(Number(row?.gids_id));
}

describe('KopieerOrganisatie', () => {
  it('R63 makes a new organisation with a new contract; the imported one stays unchanged under its importorganisatie', async () => {
    const source = await imported();
    const copy = await editor.copy(source.gidsId, { parentGidsId, accountManager: 'a.bakker' });
    expect(copy).toMatchObject({
      management: 'MANAGED',
      organisation: { ...school('16AH00'), identifiers: [] },
      visible: true,
      version: 1,
      copiedFromGidsId: source.gidsId,
      contract: { parentGidsId, accountManager: 'a.bakker', controlTerm: 26, notifyEditorsOnImportedProductChanges: false },
    });
    expect(copy.gidsId).toBeGreaterThan(source.gidsId);
    expect(copy.checkedAt).toBeDefined();
    expect([copy.sourceId, copy.recordId]).toEqual([undefined, undefined]);
    expect(await show(source.gidsId)).toEqual(source);
    expect(await publisher.rows('SELECT FROM import_record WHERE gids_id = $1', [copy.gidsId])).toEqual([]);
  });

  it('R63 tells of which record it is a copy, with every change', async () => {
    const source = await imported();
    const copy = await editor.copy(source.gidsId, { parentGidsId });
    await publisher.ask(ChangeOrganisation, { gidsId: copy.gidsId, version: 1, organisation: { ...copy.organisation, name: 'Eigen naam' }, by: editor.name });
    const copiedFrom = { sourceId: source.sourceId, recordId: '16AH00' };
    expect(await editor.told(copy.gidsId)).toMatchObject([{ version: 1, copiedFrom }, { version: 2, copiedFrom, organisation: { name: 'Eigen naam' } }]);
    expect(await editor.told(source.gidsId)).toEqual([]);
  });

  it('R63 also copies managed organisations and copies, which are copies of no record', async () => {
    const made = await editor.enter('Beheerd', { organisation: { identifiers: [{ scheme: 'KVK', value: '12345678' }] } });
    const copy = await editor.copy((await editor.copy(made.gidsId, { parentGidsId })).gidsId, { parentGidsId });
    expect(copy).toMatchObject({ organisation: made.organisation, copiedFromGidsId: made.gidsId + 1, visible: true });
    expect((await editor.told(copy.gidsId))[0]).not.toHaveProperty('copiedFrom');
    expect(await show(made.gidsId)).toEqual(made);
  });

  it.each([
    ['nothing', {}, ['Bovenliggende organisatie', 'Accountmanager']],
    ['an unknown parent and blanks', { parentGidsId: 999_999, accountManager: '  ' }, ['Accountmanager', 'Bovenliggende organisatie']],
    ['an account manager only', { accountManager: 'a.bakker' }, ['Bovenliggende organisatie']],
  ])('R63 given %s, then it is refused with all that is missing, and nothing is made', async (_, given, fields) => {
    const source = await imported();
    const before = await editor.everything();
    const problem = await refusal(editor.copy(source.gidsId, { accountManager: undefined, ...given }));
    expect(problem).toMatchObject({ kind: 'invalid' });
    expect(problem.errors?.map(({ field }) => field)).toEqual(fields);
    expect(await editor.everything()).toEqual(before);
  });

  it('R63 R10 under an imported organisation or an importorganisatie is refused', async () => {
    const source = await imported();
    for (const parent of [source.gidsId, source.contract?.parentGidsId]) {
      expect(await refusal(editor.copy(source.gidsId, { parentGidsId: parent }))).toMatchObject({ kind: 'conflict', code: 'importedParent' });
    }
  });

  it('R63 of what does not exist, or of an importorganisatie, is refused', async () => {
    const { contract } = await imported();
    expect(await refusal(editor.copy(999_999, { parentGidsId }))).toMatchObject({ kind: 'notFound' });
    expect(await refusal(editor.copy(contract?.parentGidsId ?? 0, { parentGidsId }))).toMatchObject({ kind: 'conflict', code: 'importOrganisationCopied' });
  });
});

describe('the visibility of a copy', () => {
  it.each([undefined, true, false])('R64 of an invalid organisation is hidden, whatever is asked (%s), and the errors are told', async (visible) => {
    const source = await imported({ organisation: withoutNumber });
    const copy = await editor.copy(source.gidsId, { parentGidsId, visible });
    expect(copy).toMatchObject({ visible: false, findings: [{ field: 'Huisnummer' }, { field: 'Postcode' }] });
    expect(await editor.told(copy.gidsId)).toMatchObject([{ visible: false }]);
  });

  it.each([
    { makeVisible: true, asked: undefined, visible: true },
    { makeVisible: true, asked: false, visible: false },
    { makeVisible: false, asked: undefined, visible: false },
    { makeVisible: false, asked: true, visible: true },
  ])('A16 of a valid organisation: source $makeVisible, asked $asked, then $visible', async ({ makeVisible, asked, visible }) => {
    const source = await imported({ makeVisible });
    expect(source.visible).toBe(makeVisible);
    expect(await editor.copy(source.gidsId, { parentGidsId, visible: asked })).toMatchObject({ visible, findings: [] });
  });
});

describe('the products of a copy', () => {
  it('A16 are copied only where that is asked, as products of its own', async () => {
    const source = await editor.enter('Aanbieder', { organisation: library('Aanbieder') });
    const offered = [await editor.offer(source.gidsId, { name: 'A' }), await editor.offer(source.gidsId, { name: 'B' }, false)];
    await publisher.rows(`UPDATE product SET content = content || '{"kind": "DAY_CARE_PLACES"}' WHERE gids_id = $1`, [offered[0]?.gidsId]);
    const [bare, full] = [await editor.copy(source.gidsId, { parentGidsId }), await editor.copy(source.gidsId, { parentGidsId, withProducts: true })];
    const productsOf = async (ownerGidsId: number) => (await publisher.ask(ListProducts, { ownerGidsId })).own;
    expect(await productsOf(bare.gidsId)).toEqual([]);
    const copied = await productsOf(full.gidsId);
    // The first lacks its places now: what is invalid is copied hidden (R64).
    expect(copied.map(({ product, visible, version }) => [product.name, visible, version])).toEqual([['A', false, 1], ['B', false, 1]]);
    expect(copied.some(({ gidsId }) => offered.some((product) => product.gidsId === gidsId))).toBe(false);
    expect(await productsOf(source.gidsId)).toHaveLength(2);
  });

  it('A16 of a valid, visible product are visible', async () => {
    const source = await editor.enter('Aanbieder');
    await editor.offer(source.gidsId);
    const { gidsId } = await editor.copy(source.gidsId, { parentGidsId, withProducts: true });
    expect((await publisher.ask(ListProducts, { ownerGidsId: gidsId })).own).toMatchObject([{ visible: true, ownerGidsId: gidsId }]);
  });
});
