import { ChangePublicationAction, ChangeVisibility, DeleteOrganisation, ListProducts, ShowOrganisation, ShowVisibleOrganisation, SuppressRecord, TakeOverProducts } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { offer, TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let source: TestSource;
let manager: TestManager;
/** G!DS-ID of the managed organisation M. */
let m: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());

const named = (id: string) => offer(`I/${id}`, { product: { name: id } });
const [p1, p2, p3] = ['P1', 'P2', 'P3'].map(named) as [ReturnType<typeof offer>, ReturnType<typeof offer>, ReturnType<typeof offer>];

/** I with P1 and P2, hidden by a person and linked to the visible M. */
beforeEach(async () => {
  source = new TestSource();
  manager = TestManager.of(publisher, source);
  m = (await editor.enter('M')).gidsId;
  await publisher.handle(source.run(1).clean('I', { products: [p1, p2] }));
  await manager.setAction('I', 'DO_NOT_SHOW');
  await manager.link('I', m);
});

const gidsId = (id: string) => manager.gidsId(`I/${id}`);
const hide = async (visible = false) => {
  const { version } = await publisher.ask(ShowOrganisation, { gidsId: m });
  return publisher.ask(ChangeVisibility, { gidsId: m, version, visible, by: editor.name });
};

describe('taking over the products of a linked organisation', () => {
  it('R59 R73 M sees P1 and P2 as offer and none is public; when M takes P1, P1 is public under M only; when "alle" and P3 arrives in the next run, P3 is public under M', async () => {
    const i = await manager.gidsId('I');
    expect(await manager.offer(m)).toEqual({ own: [], offered: ['P1', 'P2'], takenOver: [] });
    expect([await manager.shown(m), await manager.shown(i)]).toEqual([[], undefined]);

    await manager.takeOver('I', 'SELECTION', [await gidsId('P1')]);
    expect([await manager.shown(m), await manager.shown(i)]).toEqual([['P1'], undefined]);
    expect(await manager.offer(m)).toEqual({ own: [], offered: ['P1', 'P2'], takenOver: ['P1'] });
    const everywhere = await publisher.rows('SELECT gids_id FROM organisation WHERE visible');
    const shown = await Promise.all(everywhere.map((row) => manager.shown(Number(row['gids_id']))));
    expect(shown.flat().filter((name) => name === 'P1')).toHaveLength(1);

    await manager.takeOver('I', 'ALL');
    await publisher.handle(source.run(2).clean('I', { products: [p1, p2, p3] }));
    expect([await manager.shown(m), await manager.shown(i)]).toEqual([['P1', 'P2', 'P3'], undefined]);
  });

  it('R59 A24 linking alone takes over nothing; what is taken over tells and shows itself at the record', async () => {
    expect((await manager.record('I')).takeOver).toEqual({ mode: 'NONE', productGidsIds: [] });
    const taken = await manager.takeOver('I', 'SELECTION', [await gidsId('P2')]);
    expect(taken.takeOver).toEqual({ mode: 'SELECTION', productGidsIds: [await gidsId('P2')] });
    expect((await manager.history('I'))[0]).toBe(`G!DS ${m} neemt over: ${await gidsId('P2')} P2.`);
    expect((await manager.record('I/P2')).why).toBe(`Zichtbaar bij G!DS ${m} M, die het overnam; G!DS ${await manager.gidsId('I')} Basisschool I, waar het onder staat, is niet zichtbaar.`);
    expect((await manager.takeOver('I', 'ALL')).takeOver).toEqual({ mode: 'ALL', productGidsIds: [await gidsId('P1'), await gidsId('P2')] });
    expect((await manager.takeOver('I', 'NONE')).takeOver).toEqual({ mode: 'NONE', productGidsIds: [] });
    expect(await manager.shown(m)).toEqual([]);
  });

  it('R73 a selection does not grow: what arrives later is offered only', async () => {
    await manager.takeOver('I', 'SELECTION', [await gidsId('P1')]);
    await publisher.handle(source.run(2).clean('I', { products: [p1, p2, p3] }));
    expect(await manager.shown(m)).toEqual(['P1']);
    expect(await manager.offer(m)).toEqual({ own: [], offered: ['P1', 'P2', 'P3'], takenOver: ['P1'] });
  });

  it('R56 M itself is not written, and shows its own products beside them', async () => {
    const before = await publisher.ask(ShowOrganisation, { gidsId: m });
    await manager.takeOver('I', 'ALL');
    expect(await publisher.ask(ShowOrganisation, { gidsId: m })).toEqual(before);
    await editor.offer(m, { name: 'Eigen' });
    expect(await manager.shown(m)).toEqual(['Eigen', 'P1', 'P2']);
  });

  it('R70 they are judged by M: hidden with it, shown with it, and each by its own flag', async () => {
    await manager.takeOver('I', 'ALL');
    await hide();
    expect(await manager.shown(m)).toBeUndefined();
    expect((await manager.record('I/P1')).why).toMatch(/^Niet zichtbaar: .* is niet zichtbaar en G!DS \d+ M, die het overnam, ook niet\.$/);
    await hide(true);
    await manager.setAction('I/P1', 'DO_NOT_SHOW');
    expect(await manager.shown(m)).toEqual(['P2']);
    await publisher.handle(source.run(2).clean('I', { products: [p1] }));
    expect(await manager.shown(m)).toEqual([]);
  });

  it('R35 at M the public finds them as those of M: the provider is as unknown as one that never was', async () => {
    await manager.takeOver('I', 'ALL');
    const { products } = await publisher.ask(ShowVisibleOrganisation, { gidsId: m });
    expect(products?.map(({ gidsId: id, ownerGidsId }) => [id, ownerGidsId])).toEqual([[await gidsId('P1'), m], [await gidsId('P2'), m]]);
    const { offered } = await publisher.ask(ListProducts, { ownerGidsId: m });
    expect(offered.map(({ ownerGidsId }) => ownerGidsId)).toEqual(Array(2).fill(await manager.gidsId('I')));
  });

  it('the same choice again changes nothing', async () => {
    const once = await manager.takeOver('I', 'ALL');
    expect(await manager.takeOver('I', 'ALL')).toEqual(once);
    const none = await manager.takeOver('I', 'NONE');
    expect(await manager.takeOver('I', 'NONE')).toEqual(none);
  });
});

describe('taking over is refused', () => {
  const ask = async (recordId: string, more: object) => {
    const { id, version } = await manager.record(recordId);
    const before = await editor.everything();
    const problem = await refusal(publisher.ask(TakeOverProducts, { id, version, mode: 'ALL', productGidsIds: [], by: editor.name, ...more }));
    expect(await editor.everything()).toEqual(before);
    return problem;
  };

  it('R59 on a record that is not linked (409)', async () => {
    await manager.link('I');
    expect(await ask('I', {})).toMatchObject({ kind: 'conflict', code: 'notLinked' });
  });

  it('R54 on the record of a product (409)', async () => {
    expect(await ask('I/P1', {})).toMatchObject({ kind: 'conflict', code: 'product' });
  });

  it('R73 of what is not offered there: all of it together (400)', async () => {
    const own = await editor.offer(m);
    const problem = await ask('I', { mode: 'SELECTION', productGidsIds: [await gidsId('P1'), own.gidsId, 999_999] });
    expect(problem).toMatchObject({ kind: 'invalid', errors: [{ code: 'notOffered', message: expect.stringContaining(String(own.gidsId)) as string }, { code: 'notOffered' }] });
  });

  it('R73 of nothing at all (400)', async () => {
    expect(await ask('I', { mode: 'SELECTION' })).toMatchObject({ kind: 'invalid', errors: [{ code: 'nothingChosen' }] });
  });

  it('R59 for a stale version (412) and an unknown record (404)', async () => {
    expect(await ask('I', { version: 99 })).toMatchObject({ kind: 'stale' });
    expect(await ask('I', { id: 999_999 })).toMatchObject({ kind: 'notFound' });
  });
});

describe('the end of a link', () => {
  it('R59 unlinked by a person: the offer ends; what was taken over stays at M as its own, and follows the import no more', async () => {
    await manager.takeOver('I', 'SELECTION', [await gidsId('P1')]);
    await manager.link('I');
    expect(await manager.offer(m)).toEqual({ own: ['P1'], offered: [], takenOver: [] });
    expect(await manager.shown(m)).toEqual(['P1']);
    const { own } = await publisher.ask(ListProducts, { ownerGidsId: m });
    expect(own[0]).toMatchObject({ visible: true, version: 1 });
    expect(own[0]?.gidsId).not.toBe(await gidsId('P1'));
    expect(await manager.history('I')).toContain(`Het overgenomen product blijft bij G!DS ${m}, voortaan los van de import.`);
    await publisher.handle(source.run(2).clean('I', { products: [{ ...p1, ...offer(p1.recordId, { product: { name: 'Anders' } }) }, p2] }));
    expect(await manager.shown(m)).toEqual(['P1']);
    expect((await manager.record('I')).takeOver).toBeUndefined();
  });

  it('R59 A18 the same where the action is changed with "ontkoppelen"', async () => {
    await manager.takeOver('I', 'ALL');
    const { id, version } = await manager.record('I');
    await publisher.ask(ChangePublicationAction, { id, version, publicationAction: 'SHOW_IGNORE_DUPLICATES', unlink: true, by: 'i.manager' });
    expect(await manager.offer(m)).toEqual({ own: ['P1', 'P2'], offered: [], takenOver: [] });
    expect(await manager.shown(await manager.gidsId('I'))).toEqual(['P1', 'P2']);
  });

  it('R59 linked to another: the first keeps what it took over, the other starts with an offer', async () => {
    await manager.takeOver('I', 'ALL');
    const other = await editor.enter('M2');
    await manager.link('I', other.gidsId);
    expect(await manager.offer(m)).toEqual({ own: ['P1', 'P2'], offered: [], takenOver: [] });
    expect(await manager.offer(other.gidsId)).toEqual({ own: [], offered: ['P1', 'P2'], takenOver: [] });
    expect((await manager.record('I')).takeOver).toEqual({ mode: 'NONE', productGidsIds: [] });
  });

  it('R59 R60 M deleted: the offer and the take-over end, and nothing of it stays', async () => {
    await manager.takeOver('I', 'ALL');
    const { version } = await publisher.ask(ShowOrganisation, { gidsId: m });
    await publisher.ask(DeleteOrganisation, { gidsId: m, version, by: editor.name });
    const record = await manager.record('I');
    expect(record.takeOver).toBeUndefined();
    expect(record.linkedOrganisationId).toBeUndefined();
    expect(await publisher.rows("SELECT FROM product WHERE management = 'MANAGED' AND owner_gids_id = $1", [m])).toEqual([]);
    expect(await publisher.rows('SELECT FROM take_over WHERE provider_gids_id = $1', [record.gidsId])).toEqual([]);
    expect((await manager.record('I/P1')).visible).toBe(true);
    expect(await manager.shown(await manager.gidsId('I'))).toBeUndefined();
  });

  it('R59 N37 erased on demand: nothing of what was taken over stays, nor comes back', async () => {
    await manager.takeOver('I', 'ALL');
    const { id, version } = await manager.record('I');
    await publisher.ask(SuppressRecord, { id, version, reason: 'Bezwaar', by: 'i.manager' });
    await publisher.handle(source.run(2).clean('I', { products: [p1, p2, p3] }));
    expect(await manager.offer(m)).toEqual({ own: [], offered: [], takenOver: [] });
    expect(await publisher.rows('SELECT FROM product WHERE source_id = $1', [source.sourceId])).toEqual([]);
  });

  it('R59 R96 vanished at the source: what was taken over is not public any more, and back with its organisation', async () => {
    await manager.takeOver('I', 'ALL');
    await publisher.handle(source.run(2).vanished('I'));
    expect(await manager.shown(m)).toEqual([]);
    await publisher.handle(source.run(3).clean('I', { products: [p1, p2] }));
    expect(await manager.shown(m)).toEqual(['P1', 'P2']);
  });
});
