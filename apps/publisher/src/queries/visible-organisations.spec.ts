import { ListVisibleOrganisations, ShowVisibleOrganisation, type OrganisationContent, type PayloadOf } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { sameAddress, school, TestSource, unusable } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
const source = new TestSource();

const located = (town: string, postcode = '2511ZT'): Partial<OrganisationContent> => ({
  visitAddress: { street: 'Proefstraat', houseNumber: 13, postcode, town },
});

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  const run = source.run(1);
  await publisher.handle(
    run.clean('A', { organisation: { name: 'De Vlinder', ...located("'s-Gravenhage") } }),
    run.clean('B', { organisation: { name: 'École de Vlinder', kind: 'DAY_CARE', ...located('Súdwest', '8601AA') } }),
    run.clean('C', { organisation: { name: 'Vlinder 100%', ...located('Emmen') } }),
    run.clean('WITHHELD', { makeVisible: false, organisation: { name: 'Vlinder thuis', kind: 'CHILDMINDER' } }),
    run.clean('ERROR', { issues: [unusable], organisation: { name: 'Vlinder fout' } }),
    run.duplicate('DUPLICATE', [sameAddress], { organisation: { name: 'Vlinder dubbel' } }),
    run.failed('NOTHING'),
    run.clean('GONE', { organisation: { name: 'Vlinder weg' } }),
  );
  await publisher.handle(source.run(2).vanished('GONE'));
  await publisher.rows(
    `INSERT INTO organisation (management, kind, name, name_folded, content, content_hash, visible, version)
     SELECT 'MANAGED', 'PRIMARY_SCHOOL', name, lower(name), jsonb_set($1, '{name}', to_jsonb(name)), 'x', visible, 1
     FROM (VALUES ('Vlinder beheerd', true), ('Vlinder beheerd verborgen', false)) AS managed (name, visible)`,
    [school('M')],
  );
});
afterAll(() => publisher.close());

const list = (query: Partial<PayloadOf<typeof ListVisibleOrganisations>> = {}) => publisher.ask(ListVisibleOrganisations, { page: 1, pageSize: 100, ...query });
const namesOf = async (query: Partial<PayloadOf<typeof ListVisibleOrganisations>>) => (await list(query)).items.map(({ organisation }) => organisation.name);
const visible = ['De Vlinder', 'École de Vlinder', 'Vlinder 100%', 'Vlinder beheerd'];

describe('what the public sees (R98)', () => {
  it('is what is visible, imported and managed alike, and nothing else', async () => {
    expect(await namesOf({})).toEqual(visible);
    expect(await list({ pageSize: 1 })).toMatchObject({ total: visible.length, items: [{}] });
  });

  it('N43 says of what was imported where it came from', async () => {
    const { items } = await list();
    expect(items.map(({ sourceId }) => sourceId)).toEqual([source.sourceId, source.sourceId, source.sourceId, undefined]);
  });

  it.each<[string, Partial<PayloadOf<typeof ListVisibleOrganisations>>, string[]]>([
    ['part of a name', { name: 'VLINDER' }, visible],
    ['part of a name with an accent less', { name: 'ecole' }, ['École de Vlinder']],
    ['signs of LIKE', { name: '100%' }, ['Vlinder 100%']],
    ['only signs of LIKE', { name: '_' }, []],
    ['a town in capitals with another apostrophe', { town: '’S-GRAVENHAGE' }, ['De Vlinder']],
    ['a town without its accent', { town: 'sudwest' }, ['École de Vlinder']],
    ['a part of a town', { town: 'Em' }, []],
    ['a postcode', { postcode: '2511ZT' }, ['De Vlinder', 'Vlinder 100%']],
    ['kinds', { kinds: ['DAY_CARE', 'CHILDMINDER'] }, ['École de Vlinder']],
    ['all of them together', { name: 'vlinder', town: 'emmen', postcode: '2511ZT', kinds: ['PRIMARY_SCHOOL'] }, ['Vlinder 100%']],
    ['what stands under a hidden one', { name: 'Vlinder thuis' }, []],
  ])('is found by %s', async (_, query, names) => {
    expect(await namesOf(query)).toEqual(names);
    expect((await list({ ...query, pageSize: 1 })).total).toBe(names.length);
  });

  it('comes in pages without gaps or doubles', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => namesOf({ page, pageSize: 1 })));
    expect(pages.flat()).toEqual(visible);
  });

  it('is shown one by one, with the content of its newest version', async () => {
    const [first] = (await list()).items;
    expect(await publisher.ask(ShowVisibleOrganisation, { gidsId: first?.gidsId ?? 0 })).toEqual({ ...first, products: [] });
    expect(first?.organisation).toEqual({ ...school('A'), name: 'De Vlinder', ...located("'s-Gravenhage") });
  });

  it('R35 is refused for a hidden organisation as for one that never was', async () => {
    const hidden = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM organisation WHERE NOT visible ORDER BY gids_id');
    expect(hidden.length).toBeGreaterThanOrEqual(6);
    for (const gidsId of [...hidden.map((row) => Number(row.gids_id)), 999_999]) {
      await expect(publisher.ask(ShowVisibleOrganisation, { gidsId })).rejects.toMatchObject({
        problem: { kind: 'notFound', code: 'notFound', message: `Er is geen zichtbare organisatie met G!DS-ID ${gidsId}.` },
      });
    }
  });
});
