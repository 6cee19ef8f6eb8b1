import { ChangeProduct, ChangeVisibility, DeleteProduct, ListProducts, ShowOrganisation, ShowProduct, type ProductContent, type ProductView } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { course, refusal, TestEditor } from '../testing/test-editor.js';
import { TestSource } from '../testing/test-source.js';
import { isPublic, publicProducts } from './public-visibility.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());

const list = (ownerGidsId: number) => publisher.ask(ListProducts, { ownerGidsId });
const change = ({ gidsId, version, product, visible }: ProductView, more: Partial<ProductContent>, shown = visible) =>
  publisher.ask(ChangeProduct, { gidsId, version, product: { ...product, ...more }, visible: shown, by: editor.name });

/** G!DS-IDs of the products of an organisation that the public sees. */
async function publicOf(ownerGidsId: number): Promise<number[]> {
  const rows = await publisher.rows<{ gids_id: string }>(
    `SELECT product.gids_id FROM product JOIN organisation owner ON owner.gids_id = product.owner_gids_id
     WHERE owner.gids_id = $1 AND ${publicProducts('owner')} ORDER BY product.gids_id`,
    [ownerGidsId],
  );
  return rows.map(({ gids_id }) => Number(gids_id));
}

/** An imported organisation with a product, as a run leaves them. */
async function imported(): Promise<{ owner: number; product: number; root: number }> {
  const source = new TestSource();
  await publisher.handle(source.run(1).clean('A'));
  const [row] = await publisher.rows<{ owner: string; root: string; product: string }>(
    `WITH made AS (
       INSERT INTO product (gids_id, owner_gids_id, management, kind, name, name_folded, content, content_hash, visible, version, source_id, record_id)
       SELECT nextval('gids_id_seq'), gids_id, 'IMPORTED', 'COURSE', 'Les', 'les', $2, 'x', true, 1, source_id, 'A/les' FROM import_record WHERE source_id = $1
       RETURNING gids_id, owner_gids_id)
     SELECT made.owner_gids_id AS owner, made.gids_id AS product, c.parent_gids_id AS root FROM made JOIN contract c ON c.gids_id = made.owner_gids_id`,
    [source.sourceId, course],
  );
  return { owner: Number(row?.owner), product: Number(row?.product), root: Number(row?.root) };
}

describe('the products of a managed organisation', () => {
  it('R72 G5 have numbers of their own, from the same row as those of organisations', async () => {
    const owner = await editor.enter('Aanbieder');
    const product = await editor.offer(owner.gidsId, { capacity: 12, price: 1_250 });
    const next = await editor.enter('Volgende');
    expect(product).toMatchObject({ ownerGidsId: owner.gidsId, product: { ...course, capacity: 12, price: 1_250 }, visible: true, version: 1 });
    expect([product.gidsId, next.gidsId]).toEqual([owner.gidsId + 1, owner.gidsId + 2]);
    expect(await list(owner.gidsId)).toEqual({ own: [product], offered: [], takenOver: [] });
  });

  it('R72 are read one by one, those of an import not', async () => {
    const owner = await editor.enter('Aanbieder');
    const product = await editor.offer(owner.gidsId);
    expect(await publisher.ask(ShowProduct, { gidsId: product.gidsId })).toEqual(product);
    const { product: importedProduct } = await imported();
    expect(await refusal(publisher.ask(ShowProduct, { gidsId: importedProduct }))).toMatchObject({ kind: 'notFound' });
  });

  it('R72 are changed, hidden and deleted by themselves; their organisation keeps its version', async () => {
    const owner = await editor.enter('Aanbieder');
    const changed = await change(await editor.offer(owner.gidsId), { name: 'Spreekuur' }, false);
    expect(changed).toMatchObject({ version: 2, visible: false, product: { name: 'Spreekuur' } });
    expect(await list(owner.gidsId)).toMatchObject({ own: [changed] });
    await publisher.ask(DeleteProduct, { gidsId: changed.gidsId, version: 2, by: editor.name });
    expect(await list(owner.gidsId)).toMatchObject({ own: [] });
    expect(await publisher.ask(ShowOrganisation, { gidsId: owner.gidsId })).toEqual(owner);
  });

  it('R72 R26 with errors are saved hidden only: to show one, all errors together', async () => {
    const owner = await editor.enter('Aanbieder');
    const wrong = { kind: 'DAY_CARE_PLACES', name: ' ', price: 999_999_999 } as const;
    expect(await refusal(editor.offer(owner.gidsId, wrong))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'Naam' }, { field: 'Aantal plaatsen' }, { field: 'Prijs' }],
    });
    const hidden = await editor.offer(owner.gidsId, wrong, false);
    expect(await refusal(change(hidden, {}, true))).toMatchObject({ kind: 'invalid', code: 'validationErrors' });
    expect((await list(owner.gidsId)).own).toEqual([hidden]);
  });

  it('are listed by name, the Dutch way, hidden ones too (R71)', async () => {
    const owner = await editor.enter('Aanbieder');
    for (const name of ['Zang', 'Élan', 'dans', 'Eten']) await editor.offer(owner.gidsId, { name }, name !== 'dans');
    expect((await list(owner.gidsId)).own.map(({ product }) => product.name)).toEqual(['dans', 'Élan', 'Eten', 'Zang']);
  });

  it('of two who saw the same version, only the first is heard', async () => {
    const product = await editor.offer((await editor.enter('Aanbieder')).gidsId);
    const outcomes = await Promise.allSettled(['Eerste', 'Tweede'].map((name) => change(product, { name })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { problem: { kind: 'stale', code: 'staleVersion' } } });
  });
});

describe('what the public sees of products', () => {
  it('R70 follows the organisation without a write to the product, whose own flag stays', async () => {
    const owner = await editor.enter('Aanbieder');
    const [shown, hidden] = [await editor.offer(owner.gidsId), await editor.offer(owner.gidsId, { name: 'Verborgen' }, false)];
    expect(await publicOf(owner.gidsId)).toEqual([shown.gidsId]);
    const { version } = await publisher.ask(ChangeVisibility, { gidsId: owner.gidsId, version: 1, visible: false, by: editor.name });
    expect(await publicOf(owner.gidsId)).toEqual([]);
    expect((await list(owner.gidsId)).own).toEqual([shown, hidden]);
    await publisher.ask(ChangeVisibility, { gidsId: owner.gidsId, version, visible: true, by: editor.name });
    expect(await publicOf(owner.gidsId)).toEqual([shown.gidsId]);
  });

  it('R70 is the same for the rule and for the readers', async () => {
    for (const ownerVisible of [true, false]) {
      for (const visible of [true, false]) {
        const owner = await editor.enter('Regel', { visible: ownerVisible });
        await editor.offer(owner.gidsId, {}, visible);
        expect((await publicOf(owner.gidsId)).length === 1).toBe(isPublic({ visible }, owner));
      }
    }
  });

  it('A21 is nothing of what stands under the importorganisatie itself', async () => {
    const { product, root } = await imported();
    await publisher.rows('UPDATE product SET owner_gids_id = $2 WHERE gids_id = $1', [product, root]);
    expect(await publicOf(root)).toEqual([]);
    expect((await list(root)).own).toMatchObject([{ gidsId: product, visible: true }]);
  });
});

describe('the products of an import', () => {
  it('R12 R68 are read-only for people, who add none to imported organisations either', async () => {
    const { owner, product, root } = await imported();
    const before = await editor.everything();
    const acts = [
      publisher.ask(ChangeProduct, { gidsId: product, version: 1, product: course, visible: true, by: editor.name }),
      publisher.ask(DeleteProduct, { gidsId: product, version: 1, by: editor.name }),
    ];
    for (const act of acts) expect(await refusal(act)).toMatchObject({ kind: 'conflict', code: 'productNotManaged' });
    for (const gidsId of [owner, root]) expect(await refusal(editor.offer(gidsId))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
    expect(await editor.everything()).toEqual(before);
  });

  it('R59 are offered to the organisation that their owner is linked to', async () => {
    const [{ owner, product }, target] = [await imported(), await editor.enter('Overnemer')];
    await publisher.rows('UPDATE import_record SET linked_organisation_id = $1 WHERE gids_id = $2', [target.gidsId, owner]);
    expect(await list(target.gidsId)).toMatchObject({ own: [], offered: [{ gidsId: product, ownerGidsId: owner }], takenOver: [] });
    expect(await publicOf(target.gidsId)).toEqual([]);
  });
});
