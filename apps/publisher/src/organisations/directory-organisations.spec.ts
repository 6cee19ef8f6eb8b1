import { ListOrganisations, ShowOrganisation, type DirectoryOrganisation, type PayloadOf } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import { imports } from '@gids/sources';
import fc from 'fast-check';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor, withoutNumber } from '../testing/test-editor.js';
import { TestSource } from '../testing/test-source.js';

type Query = PayloadOf<typeof ListOrganisations>;
type Filter = Omit<Query, 'page' | 'pageSize'>;

let publisher: PublisherUnderTest;
let all: DirectoryOrganisation[];
let parentGidsId: number;

const names = ['De Regenboog', 'de regenboog', 'DE REGENBOOG', 'École Regenboog', 'Ecole', "’t Höfke", '100% Kind', 'a_b', 'Wow!', 'IJburg'];
const inTown = (town: string) => ({ visitAddress: { street: 'Dorpsweg', houseNumber: 2, postcode: '8601AA', town } });

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  const editor = await TestEditor.known(publisher);
  parentGidsId = (await editor.enter('Bibliotheek Emmen')).gidsId;
  for (const [at, name] of names.entries()) {
    const organisation = at % 3 === 0 ? withoutNumber : inTown(at % 3 === 1 ? 'Súdwest' : 'Emmen');
    await editor.enter(name, { organisation, visible: at % 2 === 1 && at % 3 !== 0, contract: at % 4 === 0 ? {} : { parentGidsId } });
  }
  const run = new TestSource().run(1);
  await publisher.handle(...names.map((name, at) => run.clean(`R${at}`, { organisation: { name, ...inTown('Súdwest') }, makeVisible: at % 3 > 0 })));
  all = (await list({ pageSize: 500 })).items;
});
afterAll(() => publisher.close());

const list = (query: Partial<Query> = {}) => publisher.ask(ListOrganisations, { page: 1, pageSize: 100, ...query });

/** What a list must hold, told in another way. */
function expected({ name = '', town, parentGidsId: parent, managements, visible }: Filter): DirectoryOrganisation[] {
  return all
    .filter(({ organisation }) => fold(organisation.name).includes(fold(name)))
    .filter(({ organisation }) => town === undefined || fold(organisation.visitAddress?.town ?? '') === fold(town))
    .filter(({ contract }) => parent === undefined || contract?.parentGidsId === parent)
    .filter(({ management }) => managements?.includes(management) ?? true)
    .filter((organisation) => visible === undefined || organisation.visible === visible);
}

describe('the organisations of the back office', () => {
  it('R71 holds all of them, hidden ones and importorganisaties too, and each can be shown', async () => {
    expect(all).toHaveLength(1 + 2 * names.length + imports.length);
    expect(all.filter(({ visible }) => !visible).length).toBeGreaterThan(names.length / 2);
    for (const organisation of all) expect(await publisher.ask(ShowOrganisation, { gidsId: organisation.gidsId })).toEqual(organisation);
  });

  it('R26 says of each what is wrong, by the rules of its kind, whoever it belongs to', () => {
    const wrong = all.filter(({ findings }) => findings.length > 0);
    expect(wrong.map(({ organisation }) => organisation.name).toSorted()).toEqual([names[0], names[3], names[6], names[9]].toSorted());
    expect(all.filter(({ management }) => management === 'IMPORT_ROOT').every(({ findings, visible }) => findings.length === 0 && !visible)).toBe(true);
  });

  it('stands in one order: by name, the Dutch way, then by G!DS-ID', () => {
    const dutch = new Intl.Collator('nl');
    const sorted = all.toSorted((a, b) => dutch.compare(a.organisation.name, b.organisation.name) || a.gidsId - b.gidsId);
    expect(all.map(({ gidsId }) => gidsId)).toEqual(sorted.map(({ gidsId }) => gidsId));
  });

  const filters = (parent: number) =>
    fc.record(
      {
        name: fc.constantFrom('regenboog', 'RÉGEN', "'t", 'hofke', '%', '_', '!', 'zzz', ''),
        town: fc.constantFrom('emmen', 'SUDWEST', 'Em'),
        parentGidsId: fc.constantFrom(parent, 999_999),
        managements: fc.subarray(['MANAGED', 'IMPORTED', 'IMPORT_ROOT'] as const, { minLength: 1 }),
        visible: fc.boolean(),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Filter>;

  it('is right for every filter and page size, without gaps or doubles, with how many there are in all', async () => {
    await fc.assert(
      fc.asyncProperty(filters(parentGidsId), fc.integer({ min: 3, max: 30 }), async (filter, pageSize) => {
        const wanted = expected(filter);
        const found: DirectoryOrganisation[] = [];
        for (let page = 1; page <= Math.ceil(wanted.length / pageSize) + 1; page += 1) {
          const { items, total } = await list({ ...filter, page, pageSize });
          expect(total).toBe(wanted.length);
          found.push(...items);
        }
        expect(found).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
