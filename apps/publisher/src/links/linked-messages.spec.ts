import { LinkedRecordChanged, ShowOrganisation, type DataOf } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { offer, sameAddress, type TestRun } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let manager: TestManager;
/** G!DS-ID of the managed organisation M. */
let m: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());

const phone = (number: string) => ({ organisation: { phone: number } });
const told = async ({ id }: TestRun): Promise<DataOf<typeof LinkedRecordChanged>[]> => (await publisher.told(LinkedRecordChanged, id)).map(({ data }) => data);

/** I, linked to the visible M. */
beforeEach(async () => {
  manager = await TestManager.ofNewImport(publisher);
  m = (await editor.enter('M', { organisation: { phone: '0591123456' } })).gidsId;
  await manager.run(1, (run) => [run.clean('I', phone('0591659840'))]);
  await manager.setAction('I', 'DO_NOT_SHOW');
  await manager.link('I', m);
});

describe('what a source changes of a linked record', () => {
  it('R57 R75 another phone number is told with the old, the new and the own one; the run repeated tells nothing', async () => {
    const before = await publisher.ask(ShowOrganisation, { gidsId: m });
    const second = await manager.run(2, (run) => [run.clean('I', phone('0591659841'))]);
    const { id: importRecordId, gidsId } = await manager.record('I');
    expect(await told(second)).toEqual([
      {
        ...{ importId: manager.importId, sourceId: manager.source.sourceId, recordId: 'I', importRecordId, gidsId, name: 'Basisschool I' },
        ...{ linkedOrganisationId: m, linkedName: 'M', change: 'CHANGED' },
        fields: [{ label: 'Telefoon', before: '0591659840', after: '0591659841', own: '0591123456' }],
      },
    ]);
    expect(await told(await manager.run(3, (run) => [run.clean('I', phone('0591659841'))]))).toEqual([]);
    // R56: nothing is taken over.
    expect(await publisher.ask(ShowOrganisation, { gidsId: m })).toEqual(before);
  });

  it('R75 several fields are one message, with what is empty left out', async () => {
    const run = await manager.run(2, (row) => [row.clean('I', { organisation: { website: 'https://www.i.nl', name: 'De I' } })]);
    const [change, ...more] = await told(run);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ name: 'De I', change: 'CHANGED' });
    expect(change?.fields).toEqual([
      { label: 'Naam', before: 'Basisschool I', after: 'De I', own: 'M' },
      { label: 'Telefoon', before: '0591659840', own: '0591123456' },
      { label: 'Website', after: 'https://www.i.nl', own: 'https://www.bibliotheek.example.nl' },
    ]);
  });

  it('R75 R96 gone and back are each told once', async () => {
    const gone = await manager.run(2, (run) => [run.vanished('I')]);
    expect(await told(gone)).toEqual([expect.objectContaining({ recordId: 'I', change: 'VANISHED', linkedOrganisationId: m, fields: [] })]);
    expect(await told(await manager.run(3, (run) => [run.clean('I', phone('0591659840'))]))).toEqual([expect.objectContaining({ change: 'RETURNED', fields: [] })]);
    expect(await told(await manager.run(4, (run) => [run.clean('I', phone('0591659840'))]))).toEqual([]);
  });

  it('R75 A22 back after it was deleted is told as back, not as changed', async () => {
    await manager.run(2, (run) => [run.vanished('I')]);
    await manager.run(3);
    expect((await manager.record('I')).organisation).toBeUndefined();
    expect(await told(await manager.run(4, (run) => [run.clean('I', phone('0591000000'))]))).toEqual([expect.objectContaining({ change: 'RETURNED', fields: [] })]);
  });

  it.each<[string, (run: TestRun) => ReturnType<TestRun['clean']>]>([
    ['another status', (run) => run.duplicate('I', [sameAddress], phone('0591659840'))],
    ['another visibility', (run) => run.clean('I', { ...phone('0591659840'), makeVisible: false })],
    ['another spelling', (run) => run.clean('I', { organisation: { phone: '0591659840', name: 'BASISSCHOOL I' } })],
    ['a row of which nothing can be made', (run) => run.failed('I')],
    ['a product (R76)', (run) => run.clean('I', { ...phone('0591659840'), products: [offer('I/P1')] })],
  ])('A9 %s is no change', async (_, row) => {
    expect(await told(await manager.run(2, (run) => [row(run)]))).toEqual([]);
  });

  it('R75 the first run after linking tells nothing of what was there before', async () => {
    await manager.run(2, (run) => [run.clean('J', phone('0201234567'))]);
    await manager.setAction('J', 'DO_NOT_SHOW');
    await manager.link('J', m);
    expect(await told(await manager.run(3, (run) => [run.clean('J', phone('0201234567'))]))).toEqual([]);
  });

  it('R75 nothing is told of a record whose link ended', async () => {
    await manager.link('I');
    expect(await told(await manager.run(2, (run) => [run.clean('I', phone('0591659841'))]))).toEqual([]);
  });

  it('N34 of a childminder only what is not personal', async () => {
    const vgo = (attributes: Record<string, string>, name = 'Mevrouw Jansen') => ({ organisation: { kind: 'CHILDMINDER' as const, name, visitAddress: undefined, identifiers: [], attributes } });
    await manager.run(2, (run) => [run.clean('V', vgo({ capacity: '4', holder: 'Mevrouw Jansen' }))]);
    await manager.setAction('V', 'DO_NOT_SHOW');
    await manager.link('V', m);
    const run = await manager.run(3, (row) => [row.clean('V', vgo({ capacity: '6', holder: 'Mevrouw Smit' }, 'Mevrouw Smit'))]);
    expect(await told(run)).toMatchObject([{ name: 'Voorziening voor gastouderopvang V', fields: [{ label: 'Kindplaatsen', before: '4', after: '6' }] }]);
    expect(JSON.stringify(await told(run))).not.toMatch(/Mevrouw/);
    expect(await publisher.rows('SELECT field FROM linked_change WHERE record_id = $1', [(await manager.record('V')).id])).toEqual([{ field: 'attributes.capacity' }]);
  });
});
