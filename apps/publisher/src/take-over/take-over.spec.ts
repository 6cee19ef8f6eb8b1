import { ChangePublicationAction, ChangeVisibility, DeleteOrganisation, ListProducts, ShowOrganisation, ShowVisibleOrganisation, SuppressRecord, TakeOverProducts } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestRecords } from '../testing/test-records.js';
import { offer, TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let source: TestSource;
let records: TestRecords;
/** G!DS-ID of the managed organisation M. */
let m: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = new TestEditor(publisher);
});
afterAll(() => publisher.close());

const named = (id: string) => offer(`I/${id}`, { product: { name: id } });
const [p1, p2, p3] = ['P1', 'P2', 'P3'].map(named) as [ReturnType<typeof offer>, ReturnType<typeof offer>, ReturnType<typeof offer>];

/** I with P1 and P2, hidden by a person and linked to the visible M. */
beforeEach(async () => {
  source = new TestSource();
  records = new TestRecords(publisher, source);
  m = (await editor.enter('M')).gidsId;
  await publisher.handle(source.run(1).clean('I', { products: [p1, p2] }));
  await records.act('I', 'DO_NOT_SHOW');
  await records.link('I', m);
});

const gidsId = (id: string) => records.gidsId(`I/${id}`);
const hide = async (visible = false) => {
  const { version } = await publisher.ask(ShowOrganisation, { gidsId: m });
  return publisher.ask(ChangeVisibility, { gidsId: m, version, visible, by: editor.name });
};

describe('taking over the products of a linked organisation', () => {
  it('R59 R73 M sees P1 and P2 as offer and none is public; when M takes P1, P1 is public under M only; when "alle" and P3 arrives in the next run, P3 is public under M', async () => {
    const i = await records.gidsId('I');
    expect(await records.offer(m)).toEqual({ own: [], offered: ['P1', 'P2'], takenOver: [] });
    expect([await records.shown(m), await records.shown(i)]).toEqual([[], undefined]);

    await records.takeOver('I', 'SELECTION', [await gidsId('P1')]);
    expect([await records.shown(m), await records.shown(i)]).toEqual([['P1'], undefined]);
    expect(await records.offer(m)).toEqual({ own: [], offered: ['P1', 'P2'], takenOver: ['P1'] });
    const everywhere = await publisher.rows('SELECT gids_id FROM organisation WHERE visible');
    const shown = await Promise.all(everywhere.map((row) => records.shown(Number(row['gids_id']))));
    expect(shown.flat().filter((name) => name === 'P1')).toHaveLength(1);

    await records.takeOver('I', 'ALL');
    await publisher.handle(source.run(2).clean('I', { products: [p1, p2, p3] }));
    expect([await records.shown(m), await records.shown(i)]).toEqual([['P1', 'P2', 'P3'], undefined]);
  });

  it('R59 A24 linking alone takes over nothing; what is taken over tells and shows itself at the record', async () => {
    expect((await records.of('I')).takeOver).toEqual({ mode: 'NONE', productGidsIds: [] });
    const taken = await records.takeOver('I', 'SELECTION', [await gidsId('P2')]);
    expect(taken.takeOver).toEqual({ mode: 'SELECTION', productGidsIds: [await gidsId('P2')] });
    expect((await records.history('I'))[0]).toBe(`G!DS ${m} neemt over: ${await gidsId('P2')} P2.`);
    expect((await records.of('I/P2')).why).toBe(`Zichtbaar bij G!DS ${m} M, die het overnam; G!DS ${await records.gidsId('I')} Basisschool I, waar het onder staat, is niet zichtbaar.`);
    expect((await records.takeOver('I', 'ALL')).takeOver).toEqual({ mode: 'ALL', productGidsIds: [await gidsId('P1'), await gidsId('P2')] });
    expect((await records.takeOver('I', 'NONE')).takeOver).toEqual({ mode: 'NONE', productGidsIds: [] });
    expect(await records.shown(m)).toEqual([]);
  });

  it('R73 a selection does not grow: what arrives later is offered only', async () => {
    await records.takeOver('I', 'SELECTION', [await gidsId('P1')]);
    await publisher.handle(source.run(2).clean('I', { products: [p1, p2, p3] }));
    expect(await records.shown(m)).toEqual(['P1']);
    expect(await records.offer(m)).toEqual({ own: [], offered: ['P1', 'P2', 'P3'], takenOver: ['P1'] });
  });

  it('R56 M itself is not written, and shows its own products beside them', async () => {
    const before = await publisher.ask(ShowOrganisation, { gidsId: m });
    await records.takeOver('I', 'ALL');
    expect(await publisher.ask(ShowOrganisation, { gidsId: m })).toEqual(before);
    await editor.offer(m, { name: 'Eigen' });
    expect(await records.shown(m)).toEqual(['Eigen', 'P1', 'P2']);
  });

  it('R70 they are judged by M: hidden with it, shown with it, and each by its own flag', async () => {
    await records.takeOver('I', 'ALL');
    await hide();
    expect(await records.shown(m)).toBeUndefined();
    expect((await records.of('I/P1')).why).toMatch(/^Niet zichtbaar: .* is niet zichtbaar en G!DS \d+ M, die het overnam, ook niet\.$/);
    await hide(true);
    await records.act('I/P1', 'DO_NOT_SHOW');
    expect(await records.shown(m)).toEqual(['P2']);
    await publisher.handle(source.run(2).clean('I', { products: [p1] }));
    expect(await records.shown(m)).toEqual([]);
  });

  it('R35 at M the public finds them as those of M: the provider is as unknown as one that never was', async () => {
    await records.takeOver('I', 'ALL');
    const { products } = await publisher.ask(ShowVisibleOrganisation, { gidsId: m });
    expect(products?.map(({ gidsId: id, ownerGidsId }) => [id, ownerGidsId])).toEqual([[await gidsId('P1'), m], [await gidsId('P2'), m]]);
    const { offered } = await publisher.ask(ListProducts, { ownerGidsId: m });
    expect(offered.map(({ ownerGidsId }) => ownerGidsId)).toEqual(Array(2).fill(await records.gidsId('I')));
  });

  it('the same choice again changes nothing', async () => {
    const once = await records.takeOver('I', 'ALL');
    expect(await records.takeOver('I', 'ALL')).toEqual(once);
    const none = await records.takeOver('I', 'NONE');
    expect(await records.takeOver('I', 'NONE')).toEqual(none);
  });
});

describe('taking over is refused', () => {
  const ask = async (recordId: string, more: object) => {
    const { id, version } = await records.of(recordId);
    const before = await editor.everything();
    const problem = await refusal(publisher.ask(TakeOverProducts, { id, version, mode: 'ALL', productGidsIds: [], by: editor.name, ...more }));
    expect(await editor.everything()).toEqual(before);
    return problem;
  };

  it('R59 on a record that is not linked (409)', async () => {
    await records.link('I');
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
    await records.takeOver('I', 'SELECTION', [await gidsId('P1')]);
    await records.link('I');
    expect(await records.offer(m)).toEqual({ own: ['P1'], offered: [], takenOver: [] });
    expect(await records.shown(m)).toEqual(['P1']);
    const { own } = await publisher.ask(ListProducts, { ownerGidsId: m });
    expect(own[0]).toMatchObject({ visible: true, version: 1 });
    expect(own[0]?.gidsId).not.toBe(await gidsId('P1'));
    expect(await records.history('I')).toContain(`Het overgenomen product blijft bij G!DS ${m}, voortaan los van de import.`);
    await publisher.handle(source.run(2).clean('I', { products: [{ ...p1, ...offer(p1.recordId, { product: { name: 'Anders' } }) }, p2] }));
    expect(await records.shown(m)).toEqual(['P1']);
    expect((await records.of('I')).takeOver).toBeUndefined();
  });

  it('R59 A18 the same where the action is changed with "ontkoppelen"', async () => {
    await records.takeOver('I', 'ALL');
    const { id, version } = await records.of('I');
    await publisher.ask(ChangePublicationAction, { id, version, publicationAction: 'SHOW_IGNORE_DUPLICATES', unlink: true, by: 'i.manager' });
    expect(await records.offer(m)).toEqual({ own: ['P1', 'P2'], offered: [], takenOver: [] });
    expect(await records.shown(await records.gidsId('I'))).toEqual(['P1', 'P2']);
  });

  it('R59 linked to another: the first keeps what it took over, the other starts with an offer', async () => {
    await records.takeOver('I', 'ALL');
    const other = await editor.enter('M2');
    await records.link('I', other.gidsId);
    expect(await records.offer(m)).toEqual({ own: ['P1', 'P2'], offered: [], takenOver: [] });
    expect(await records.offer(other.gidsId)).toEqual({ own: [], offered: ['P1', 'P2'], takenOver: [] });
    expect((await records.of('I')).takeOver).toEqual({ mode: 'NONE', productGidsIds: [] });
  });

  it('R59 R60 M deleted: the offer and the take-over end, and nothing of it stays', async () => {
    await records.takeOver('I', 'ALL');
    const { version } = await publisher.ask(ShowOrganisation, { gidsId: m });
    await publisher.ask(DeleteOrganisation, { gidsId: m, version, by: editor.name });
    const record = await records.of('I');
    expect(record.takeOver).toBeUndefined();
    expect(record.linkedOrganisationId).toBeUndefined();
    expect(await publisher.rows("SELECT FROM product WHERE management = 'MANAGED' AND owner_gids_id = $1", [m])).toEqual([]);
    expect(await publisher.rows('SELECT FROM take_over WHERE provider_gids_id = $1', [record.gidsId])).toEqual([]);
    expect((await records.of('I/P1')).visible).toBe(true);
    expect(await records.shown(await records.gidsId('I'))).toBeUndefined();
  });

  it('R59 N37 erased on demand: nothing of what was taken over stays, nor comes back', async () => {
    await records.takeOver('I', 'ALL');
    const { id, version } = await records.of('I');
    await publisher.ask(SuppressRecord, { id, version, reason: 'Bezwaar', by: 'i.manager' });
    await publisher.handle(source.run(2).clean('I', { products: [p1, p2, p3] }));
    expect(await records.offer(m)).toEqual({ own: [], offered: [], takenOver: [] });
    expect(await publisher.rows('SELECT FROM product WHERE source_id = $1', [source.sourceId])).toEqual([]);
  });

  it('R59 R96 vanished at the source: what was taken over is not public any more, and back with its organisation', async () => {
    await records.takeOver('I', 'ALL');
    await publisher.handle(source.run(2).vanished('I'));
    expect(await records.shown(m)).toEqual([]);
    await publisher.handle(source.run(3).clean('I', { products: [p1, p2] }));
    expect(await records.shown(m)).toEqual(['P1', 'P2']);
  });
});
