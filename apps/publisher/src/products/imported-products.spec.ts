import { ChangeProduct, ListImportRecords, ListProducts, RunCompleted, ShowOrganisation, type MappedProduct, type ProductView } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { offer, TestSource, unusable } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;
let manager: TestManager;
let root: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
  const [row] = await publisher.rows<{ gids_id: string }>("SELECT gids_id FROM import_root WHERE import_id = 'duo'");
  root = Number(row?.gids_id);
});
afterAll(() => publisher.close());
beforeEach(() => {
  source = new TestSource();
  manager = TestManager.of(publisher, source);
});

const two = { products: [offer('A/dag'), offer('A/bso', { product: { kind: 'AFTER_SCHOOL_PLACES', name: 'Naschools' } })] };

/** The mapping of bronIDs to G!DS-IDs, and what stands behind them. */
async function mapping() {
  const rows = await publisher.rows('SELECT record_id, type, gids_id FROM import_record WHERE source_id = $1 ORDER BY record_id', [source.sourceId]);
  const objects = await publisher.rows(
    'SELECT gids_id, version FROM organisation WHERE source_id = $1 UNION ALL SELECT gids_id, version FROM product WHERE source_id = $1 ORDER BY 1',
    [source.sourceId],
  );
  return { rows, objects };
}

async function product(recordId: string): Promise<ProductView> {
  const { ownerGidsId = 0, gidsId } = await manager.record(recordId);
  const { own } = await publisher.ask(ListProducts, { ownerGidsId });
  return own.find((one) => one.gidsId === gidsId) as ProductView;
}

describe('products that ride along with their organisation', () => {
  it('R15 one organisation and two products are three entries, and no new objects at the second run', async () => {
    await publisher.handle(source.run(1).clean('A', two));
    const first = await mapping();
    expect(first.rows.map(({ record_id, type }) => `${type} ${record_id}`)).toEqual(['ORGANISATION A', 'PRODUCT A/bso', 'PRODUCT A/dag']);
    expect(new Set(first.rows.map(({ gids_id }) => gids_id)).size).toBe(3);
    await publisher.handle(source.run(2).clean('A', two));
    expect(await mapping()).toEqual(first);
  });

  it('R17 R68 R72 each has a row of its own, under the imported organisation of its row', async () => {
    await publisher.handle(source.run(1).clean('A', two));
    const owner = await manager.gidsId('A');
    expect(await manager.record('A/dag')).toMatchObject({
      ...{ type: 'PRODUCT', name: 'Dagopvang A/dag', status: 'SUCCESS', explanation: '', publicationAction: 'SHOW_ON_SUCCESS', visible: true, ownerGidsId: owner },
      product: { kind: 'DAY_CARE_PLACES', capacity: 16 },
    });
    expect(await manager.offer(owner)).toEqual({ own: ['Dagopvang A/dag', 'Naschools'], offered: [], takenOver: [] });
    const { total } = await publisher.ask(ListImportRecords, { sourceId: source.sourceId, page: 1, pageSize: 1, sort: [] });
    expect(total).toBe(3);
  });

  it('R72 one with an error has Validatiefouten while its organisation is Succes', async () => {
    const dear = offer('A/duur', { product: { price: 99_999_999 } });
    const placeless: MappedProduct = { ...offer('A/leeg'), product: { kind: 'DAY_CARE_PLACES', name: 'Dagopvang', attributes: {} } };
    await publisher.handle(source.run(1).clean('A', { products: [dear, placeless, offer('A/fout', { issues: [unusable] })] }));
    expect(await manager.record('A')).toMatchObject({ status: 'SUCCESS', visible: true });
    expect(await manager.record('A/duur')).toMatchObject({ status: 'VALIDATION_ERRORS', visible: false, explanation: 'Prijs: € 999999,99 is hoger dan € 100.000; geef de prijs in eurocenten.' });
    expect(await manager.record('A/leeg')).toMatchObject({ status: 'VALIDATION_ERRORS', visible: false, explanation: 'Aantal plaatsen: verplicht veld is leeg.' });
    expect(await manager.record('A/fout')).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, explanation: unusable.message });
  });

  it('R47 two with one name are both Succes and visible by their own flag', async () => {
    const name = { product: { name: 'Dagopvang' } };
    await publisher.handle(source.run(1).clean('A', { products: [offer('A/1', name), offer('A/2', name)] }));
    for (const id of ['A/1', 'A/2']) expect(await manager.record(id)).toMatchObject({ status: 'SUCCESS', visible: true, duplicates: [] });
    expect(await manager.shown(await manager.gidsId('A'))).toEqual(['Dagopvang', 'Dagopvang']);
  });

  it('R14 R20 a change of one is the next version of that one only, told in its history', async () => {
    await publisher.handle(source.run(1).clean('A', two));
    const [dag, bso] = [await product('A/dag'), await product('A/bso')];
    await publisher.handle(source.run(2).clean('A', { products: [offer('A/dag', { product: { name: 'Dag', capacity: 20 } }), ...two.products.slice(1)] }));
    expect(await product('A/dag')).toMatchObject({ gidsId: dag.gidsId, version: 2, product: { capacity: 20 } });
    expect(await product('A/bso')).toEqual(bso);
    expect((await manager.history('A/dag'))[0]).toBe('Gegevens gewijzigd: aantal plaatsen 16 → 20; naam Dagopvang A/dag → Dag.');
  });

  it('A20 R30 R89 the action of one is its own, acts at once and outlasts every run', async () => {
    await publisher.handle(source.run(1).clean('A', two));
    const owner = await manager.gidsId('A');
    expect(await manager.setAction('A/dag', 'DO_NOT_SHOW')).toMatchObject({ visible: false, publicationAction: 'DO_NOT_SHOW' });
    expect(await manager.shown(owner)).toEqual(['Naschools']);
    await publisher.handle(source.run(2).clean('A', two));
    expect(await manager.shown(owner)).toEqual(['Naschools']);
    expect(await manager.record('A')).toMatchObject({ publicationAction: 'SHOW_ON_SUCCESS', visible: true });
  });

  it('R96 one that a changed row no longer delivers is hidden at once, and back with its G!DS-ID', async () => {
    await publisher.handle(source.run(1).clean('A', two));
    const before = await manager.record('A/dag');
    await publisher.handle(source.run(2).clean('A', { products: two.products.slice(1) }));
    expect(await manager.record('A/dag')).toMatchObject({ missingAtSource: true, visible: false, why: 'Niet zichtbaar: het product staat niet meer in de bron.' });
    expect(await manager.shown(await manager.gidsId('A'))).toEqual(['Naschools']);
    await publisher.handle(source.run(3).clean('A', two));
    expect(await manager.record('A/dag')).toMatchObject({ gidsId: before.gidsId, missingAtSource: false, visible: true });
  });

  it('R96 all go when their row goes, are removed with their organisation, and are back with their G!DS-IDs', async () => {
    const first = source.run(1);
    await publisher.handle(first.clean('A', two), ...first.ended({ added: 1 }));
    const before = await mapping();
    const second = source.run(2);
    await publisher.handle(second.vanished('A'), ...second.ended({ vanished: 1 }));
    expect(await manager.record('A/dag')).toMatchObject({ missingAtSource: true, visible: false });
    await publisher.handle(...source.run(3).ended({}));
    expect(await publisher.rows('SELECT gids_id FROM product WHERE source_id = $1', [source.sourceId])).toEqual([]);
    await publisher.handle(source.run(4).clean('A', two));
    expect((await mapping()).rows).toEqual(before.rows);
    expect(await manager.shown(await manager.gidsId('A'))).toEqual(['Dagopvang A/dag', 'Naschools']);
  });

  it('A34 stay as they are where nothing can be made of their row: they are hidden with their organisation', async () => {
    await publisher.handle(source.run(1).clean('A', two));
    await publisher.handle(source.run(2).failed('A'));
    expect(await manager.record('A/dag')).toMatchObject({ visible: true, missingAtSource: false });
    expect(await manager.shown(await manager.gidsId('A'))).toBeUndefined();
  });

  it('an earlier run that arrives later changes nothing', async () => {
    await publisher.handle(source.run(2).clean('A', two));
    const before = await mapping();
    await publisher.handle(source.run(1).clean('A', { products: [offer('A/dag', { product: { name: 'Oud' } }), offer('A/oud')] }));
    expect(await mapping()).toEqual(before);
  });

  it('count neither as records of the run nor in its report: the counts add up with the rows', async () => {
    const run = source.run(1);
    await publisher.handle(run.clean('A', two), run.clean('B', { products: [offer('B/fout', { issues: [unusable] })] }), ...run.ended({ added: 2 }));
    const [completed] = await publisher.told(RunCompleted, run.id);
    expect(completed?.data.counts).toMatchObject({ added: 2, visible: 2, notVisible: 0, conversionErrors: 0 });
  });
});

describe('who sees a product', () => {
  it('R70 not at a hidden organisation, whose products keep their flag; shown again without being written', async () => {
    await publisher.handle(source.run(1).clean('O', { products: [offer('O/P')] }));
    const owner = await manager.gidsId('O');
    const before = await product('O/P');
    expect(await manager.shown(owner)).toEqual(['Dagopvang O/P']);
    await manager.setAction('O', 'DO_NOT_SHOW');
    expect(await manager.shown(owner)).toBeUndefined();
    const hidden = await manager.record('O/P');
    expect(hidden.visible).toBe(true);
    expect(hidden.why).toMatch(/^Niet zichtbaar: het product zelf mag worden getoond, maar G!DS \d+ Basisschool O, waar het onder staat, is niet zichtbaar\.$/);
    await manager.setAction('O', 'SHOW_ON_SUCCESS');
    expect(await manager.shown(owner)).toEqual(['Dagopvang O/P']);
    expect(await product('O/P')).toEqual(before);
  });

  it('R71 an editor finds the hidden organisation with its products, and writes neither', async () => {
    await publisher.handle(source.run(1).clean('O', { makeVisible: false, products: [offer('O/P', { makeVisible: false })] }));
    const gidsId = await manager.gidsId('O');
    expect(await publisher.ask(ShowOrganisation, { gidsId })).toMatchObject({ management: 'IMPORTED', visible: false });
    const found = await product('O/P');
    expect(found).toMatchObject({ visible: false });
    const { version, product: content } = found;
    const change = publisher.ask(ChangeProduct, { gidsId: found.gidsId, version, product: content, visible: true, by: 'redacteur' });
    expect(await refusal(change)).toMatchObject({ kind: 'conflict', code: 'productNotManaged' });
  });
});

describe('a row that is a product', () => {
  it('R68 stands under the imported organisation that it names, of any source of the import', async () => {
    const courses = new TestSource();
    await publisher.handle(source.run(1).clean('X'));
    await publisher.handle(courses.run(1).product(offer('K1'), 'X'));
    expect(await TestManager.of(publisher, courses).record('K1')).toMatchObject({ type: 'PRODUCT', ownerGidsId: await manager.gidsId('X'), status: 'SUCCESS', explanation: '' });
  });

  it('R69 A21 without a known organisation: under the importorganisatie, not public; under its own when a later run brings it, with the same G!DS-ID', async () => {
    const first = source.run(1);
    await publisher.handle(first.product(offer('P'), 'LATER'), first.product(offer('Q')), ...first.ended({ added: 2 }));
    const before = await manager.record('P');
    expect(before).toMatchObject({ ownerGidsId: root, status: 'SUCCESS', issues: [{ severity: 'warning', code: 'organisationUnknown' }] });
    expect(before.explanation).toBe('Het product staat onder de importorganisatie en is niet te zien voor het publiek: organisatie "LATER" is niet (meer) in de import.');
    expect(await manager.shown(root)).toBeUndefined();
    const second = source.run(2);
    await publisher.handle(second.clean('LATER'), ...second.ended({ added: 1, unchanged: 2 }));
    const owner = await manager.gidsId('LATER');
    expect(await manager.record('P')).toMatchObject({ gidsId: before.gidsId, ownerGidsId: owner, explanation: '', issues: [] });
    expect((await manager.history('P'))[0]).toBe(`Het product staat nu onder G!DS ${owner} Basisschool LATER.`);
    expect(await manager.shown(owner)).toEqual(['Dagopvang P']);
    expect(await manager.record('Q')).toMatchObject({ ownerGidsId: root });
  });

  it('R69 outlives its organisation while the source still delivers it, under the importorganisatie', async () => {
    const first = source.run(1);
    await publisher.handle(first.clean('OUTLIVED'), first.product(offer('P'), 'OUTLIVED'), ...first.ended({ added: 2 }));
    const { gidsId } = await manager.record('P');
    const second = source.run(2);
    await publisher.handle(second.vanished('OUTLIVED'), ...second.ended({ vanished: 1, unchanged: 1 }));
    await publisher.handle(...source.run(3).ended({ unchanged: 1 }));
    expect(await manager.record('P')).toMatchObject({ gidsId, ownerGidsId: root, missingAtSource: false, visible: true });
    const fourth = source.run(4);
    await publisher.handle(fourth.clean('OUTLIVED'), ...fourth.ended({ added: 1, unchanged: 1 }));
    expect(await manager.record('P')).toMatchObject({ gidsId, ownerGidsId: await manager.gidsId('OUTLIVED') });
  });

  it('R69 finds its organisation too where both arrive at once, in frames of two runs', async () => {
    const courses = new TestSource();
    const ids = Array.from({ length: 30 }, (_, index) => `${source.sourceId}-${index}`);
    const [organisations, products] = [source.run(1), courses.run(1)];
    const frames = await Promise.all([
      publisher.tell(...products.ended({ added: ids.length })),
      ...ids.map((id) => publisher.tell(products.product(offer(`cursus ${id}`), id))),
      ...ids.map((id) => publisher.tell(organisations.clean(id))),
      publisher.tell(...organisations.ended({ added: ids.length })),
    ]);
    await publisher.handled(frames.flat());
    const astray = `SELECT FROM product JOIN import_record r USING (gids_id) JOIN import_record o ON o.record_id = r.organisation_record_id
      WHERE product.source_id = $1 AND product.owner_gids_id <> o.gids_id`;
    expect(await publisher.rows(astray, [courses.sourceId])).toEqual([]);
    expect(await publisher.rows('SELECT FROM product WHERE source_id = $1', [courses.sourceId])).toHaveLength(ids.length);
  });

  it('R2 counts as its row: a source of products only has counts that add up', async () => {
    const run = source.run(1);
    await publisher.handle(run.product(offer('P')), run.product(offer('Q', { issues: [unusable] })), ...run.ended({ added: 2 }));
    const [completed] = await publisher.told(RunCompleted, run.id);
    expect(completed?.data.counts).toMatchObject({ added: 2, visible: 1, notVisible: 1, conversionErrors: 1, warnings: 2 });
  });

  it('R96 that vanished is hidden, and an outcome of before does not bring it back', async () => {
    await publisher.handle(source.run(2).vanished('NEVER'));
    await publisher.handle(source.run(1).product(offer('NEVER')));
    expect(await publisher.rows('SELECT FROM import_record WHERE source_id = $1', [source.sourceId])).toEqual([]);
    await publisher.handle(source.run(3).product(offer('P')));
    await publisher.handle(source.run(4).vanished('P'));
    expect(await manager.record('P')).toMatchObject({ missingAtSource: true, visible: false });
  });

  it('A34 of which nothing could be made has a record without a product', async () => {
    const { recordId, makeVisible } = offer('P');
    await publisher.handle(source.run(1).product({ recordId, makeVisible, issues: [unusable] }, 'X'));
    const made = await manager.record('P');
    expect(made).toMatchObject({ type: 'PRODUCT', status: 'CONVERSION_ERRORS', visible: false });
    expect(made.gidsId).toBeUndefined();
    await publisher.handle(source.run(2).product(offer('P'), 'X'));
    const good = await product('P');
    await publisher.handle(source.run(3).product({ recordId, makeVisible, issues: [unusable] }, 'X'));
    expect(await manager.record('P')).toMatchObject({ gidsId: good.gidsId, status: 'CONVERSION_ERRORS', visible: false, name: 'Dagopvang P' });
    expect(await product('P')).toMatchObject({ visible: false, product: good.product });
  });

  it('R13 whose bronID is that of an organisation is set aside with the reason', async () => {
    await publisher.handle(source.run(1).clean('X'));
    await publisher.handle(source.run(2).product(offer('X')));
    expect(await publisher.deadLetters()).toMatchObject([{ subject: 'X', error: expect.stringContaining('is an organisation, not a product') as string }]);
  });
});

it('R15 two publishers that get the same rows at once make each product once, without a deadlock', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => `R${index}`);
  const frames = await Promise.all(
    [1, 2, 3, 4].map((number) => {
      const run = source.run(number);
      const order = number % 2 === 0 ? rows : rows.toReversed();
      return publisher.tell(...order.map((id) => run.clean(id, { products: number === 3 ? [offer(`${id}/a`)] : [offer(`${id}/a`), offer(`${id}/b`)] })));
    }),
  );
  await publisher.handled(frames.flat());
  const [counts] = await publisher.rows('SELECT count(*)::int AS products, count(DISTINCT gids_id)::int AS ids FROM product WHERE source_id = $1', [source.sourceId]);
  const visible = await publisher.rows("SELECT FROM product WHERE source_id = $1 AND visible", [source.sourceId]);
  expect({ ...counts, visible: visible.length }).toEqual({ products: 80, ids: 80, visible: 80 });
  expect(await publisher.deadlocks()).toBe(0);
});
