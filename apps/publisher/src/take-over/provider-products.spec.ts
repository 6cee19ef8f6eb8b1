import { LinkedRecordChanged, ProviderProductsChanged, type DataOf } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { offer, type TestRun } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let manager: TestManager;
/** G!DS-ID of the managed organisation M, whose contract has the tick. */
let m: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());

const product = (id: string, name = id) => offer(`I/${id}`, { product: { name } });
const [p1, p2, p3] = [product('P1'), product('P2'), product('P3')];
const told = async ({ id }: TestRun): Promise<DataOf<typeof ProviderProductsChanged>[]> => (await publisher.told(ProviderProductsChanged, id)).map(({ data }) => data);
const changes = async (run: TestRun) => (await told(run)).map(({ products }) => products.map(({ name, change, takenOver }) => `${name} ${change}${takenOver ? ' (overgenomen)' : ''}`));

async function linkedTo(notifyEditorsOnImportedProductChanges: boolean): Promise<void> {
  m = (await editor.enter('M', { contract: { notifyEditorsOnImportedProductChanges } })).gidsId;
  await manager.link('I', m);
}

/** I with P1 and P2, linked to M. */
beforeEach(async () => {
  manager = await TestManager.ofNewImport(publisher);
  await manager.run(1, (run) => [run.clean('I', { products: [p1, p2] })]);
  await manager.setAction('I', 'DO_NOT_SHOW');
  await linkedTo(true);
});

describe('what a run changes of the offer of a linked provider', () => {
  it('R95 P3 is new and P1 changed: one message of both; the run repeated tells nothing', async () => {
    const bring = (run: TestRun) => [run.clean('I', { products: [product('P1', 'P1 nieuw'), p2, p3] })];
    const run = await manager.run(2, bring);
    const [gidsId1, gidsId3] = [await manager.gidsId('I/P1'), await manager.gidsId('I/P3')];
    expect(await told(run)).toEqual([
      {
        ...{ importId: manager.importId, sourceId: manager.source.sourceId, importRecordId: (await manager.record('I')).id, providerName: 'Basisschool I' },
        ...{ linkedOrganisationId: m, linkedName: 'M' },
        products: [
          { gidsId: gidsId1, name: 'P1 nieuw', change: 'CHANGED', takenOver: false },
          { gidsId: gidsId3, name: 'P3', change: 'ADDED', takenOver: false },
        ],
      },
    ]);
    expect(await told(await manager.run(3, bring))).toEqual([]);
  });

  it('R76 products alone never are a change of the organisation', async () => {
    const { id } = await manager.run(2, (run) => [run.clean('I', { products: [p3] })]);
    expect(await publisher.told(LinkedRecordChanged, id)).toEqual([]);
  });

  it('R95 a removed product that was taken over is marked', async () => {
    await manager.takeOver('I', 'SELECTION', [await manager.gidsId('I/P1')]);
    expect(await changes(await manager.run(2, (run) => [run.clean('I', { products: [] })]))).toEqual([['P1 REMOVED (overgenomen)', 'P2 REMOVED']]);
    expect(await changes(await manager.run(3))).toEqual([]);
    expect(await changes(await manager.run(4, (run) => [run.clean('I', { products: [p2] })]))).toEqual([['P2 ADDED']]);
  });

  it('R95 with "alle" whatever comes is taken over', async () => {
    await manager.takeOver('I', 'ALL');
    expect(await changes(await manager.run(2, (run) => [run.clean('I', { products: [p1, p2, p3] })]))).toEqual([['P3 ADDED (overgenomen)']]);
  });

  it('R69 R95 a product with a row of its own is one of its provider too, however the frames come', async () => {
    const run = await manager.run(2, (second) => [second.product(offer('X', { product: { name: 'X' } }), 'I'), second.product(offer('Y', { product: { name: 'Y' } }))]);
    expect(await changes(run)).toEqual([['X ADDED']]);
  });

  it('R95 of a provider that vanished all products are removed', async () => {
    expect(await changes(await manager.run(2, (run) => [run.vanished('I')]))).toEqual([['P1 REMOVED', 'P2 REMOVED']]);
  });

  it('R95 a changed status, action or visibility of a product is no change of it', async () => {
    await manager.setAction('I/P1', 'DO_NOT_SHOW');
    expect(await told(await manager.run(2, (run) => [run.clean('I', { products: [{ ...p1, makeVisible: false }, p2] })]))).toEqual([]);
  });

  it('R95 nothing is told without the tick, or of a provider that is not linked', async () => {
    await linkedTo(false);
    expect(await told(await manager.run(2, (run) => [run.clean('I', { products: [p3] })]))).toEqual([]);
    await linkedTo(true);
    await manager.link('I');
    expect(await told(await manager.run(3, (run) => [run.clean('I', { products: [p1] })]))).toEqual([]);
  });
});
