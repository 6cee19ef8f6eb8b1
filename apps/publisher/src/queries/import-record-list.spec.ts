import {
  importRecordSortFields,
  importStatuses,
  ListImportRecords,
  publicationActions,
  ShowImportRecord,
  type Envelope,
  type ImportRecordView,
  type PayloadOf,
} from '@gids/contracts';
import { fold } from '@gids/normalisation';
import fc from 'fast-check';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { sameAddress, TestSource, unusable, type RecordOptions } from '../testing/test-source.js';

type Query = PayloadOf<typeof ListImportRecords>;
type Filter = Omit<Query, 'page' | 'pageSize' | 'sort'>;

const names = [
  "'t Eenspan", 'De Regenboog', 'de regenboog', 'DE REGENBOOG', 'Regenboog Zuid', 'École Regenboog', 'Ecole', 'IJburg', 'Ijsvogel', 'Ik en jij',
  'Zon & Maan', '100% Kind', 'a_b', 'axb', 'Wow!', 'Back\\slash', 'Čapek', 'Ça va', 'Züid', "Juf ’t Hart", '1001 Nacht',
];

let publisher: PublisherUnderTest;
const duo = new TestSource('duo');
const lrk = new TestSource('lrk');
let all: ImportRecordView[];

/** One record per name, source and status; every third has another action, some have vanished. */
function recordsOf(source: TestSource): Envelope[] {
  const run = source.run(1);
  return names.flatMap((name, at) => {
    const id = (kind: string) => `${kind}${String((at * 8) % names.length).padStart(3, '0')}`;
    const options: RecordOptions = { organisation: { name } };
    return [
      run.clean(id('S'), options),
      run.duplicate(id('D'), [sameAddress], options),
      run.clean(id('C'), { ...options, issues: [unusable] }),
      run.clean(id('V'), { organisation: { name, visitAddress: { street: 'Proefstraat', houseNumber: 1, town: 'Nietap' } } }),
    ];
  });
}

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.handle(...recordsOf(duo), ...recordsOf(lrk));
  await publisher.handle(duo.run(2).vanished('S000'), lrk.run(2).vanished('D007'));
  for (const [index, action] of publicationActions.entries()) {
    await publisher.rows('UPDATE import_record SET publication_action = $1 WHERE id % 3 = $2', [action, index]);
  }
  await publisher.rows("UPDATE import_record SET changed_at = '2026-08-04T06:00:00Z'::timestamptz + id % 5 * interval '1 minute'");
  all = (await list({ pageSize: 500 })).items;
});
afterAll(() => publisher.close());

const list = (query: Partial<Query>) => publisher.ask(ListImportRecords, { page: 1, pageSize: 100, sort: [], ...query });

/** What a list must hold, told in another way: filter and sort of JavaScript over all records. */
function expected({ name, importId, sourceId, statuses, publicationActions: actions, visible }: Filter, sort: Query['sort']): ImportRecordView[] {
  const kept = all.filter(
    (record) =>
      (name === undefined || fold(record.name).includes(fold(name))) &&
      (importId === undefined || record.importId === importId) &&
      (sourceId === undefined || record.sourceId === sourceId) &&
      (statuses === undefined || statuses.includes(record.status)) &&
      (actions === undefined || actions.includes(record.publicationAction)) &&
      (visible === undefined || record.visible === visible),
  );
  return kept.toSorted((a, b) => {
    const [difference = 0] = sort.map(({ field, descending }) => compare(a, b, field) * (descending ? -1 : 1)).filter((result) => result !== 0);
    return difference || compare(a, b, 'recordId') || a.id - b.id;
  });
}

const dutch = new Intl.Collator('nl');

function compare(a: ImportRecordView, b: ImportRecordView, field: Query['sort'][number]['field']): number {
  if (field === 'name') return dutch.compare(a.name, b.name);
  return a[field] === b[field] ? 0 : a[field] < b[field] ? -1 : 1;
}

async function everyPage(query: Partial<Query>, pageSize: number): Promise<ImportRecordView[]> {
  const first = await list({ ...query, pageSize });
  const items = [...first.items];
  for (let page = 2; items.length < first.total; page += 1) items.push(...(await list({ ...query, pageSize, page })).items);
  expect((await list({ ...query, pageSize, page: Math.ceil(first.total / pageSize) + 1 })).items).toEqual([]);
  return items;
}

describe('the list of import records (R85, R88)', () => {
  it('R17 holds one line per record, with how many there are in all', async () => {
    expect(all).toHaveLength(2 * 4 * names.length);
    expect(await list({ pageSize: 1 })).toMatchObject({ total: all.length, items: [all[0]] });
  });

  const sorts = fc.uniqueArray(fc.record({ field: fc.constantFrom(...importRecordSortFields), descending: fc.boolean() }), {
    maxLength: 3,
    selector: ({ field }) => field,
  });
  const filters = fc.record(
    {
      name: fc.constantFrom('regenboog', 'RÉGEN', 'e', "'t", '’T', '%', '_', '!', '\\', ' ', 'zzz', ''),
      importId: fc.constantFrom('duo', 'lrk', 'onbekend'),
      sourceId: fc.constantFrom(duo.sourceId, lrk.sourceId),
      statuses: fc.subarray([...importStatuses], { minLength: 1 }),
      publicationActions: fc.subarray([...publicationActions], { minLength: 1 }),
      visible: fc.boolean(),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Filter>;

  it('R88 is right for every filter, every sort and every page size, without gaps or doubles', async () => {
    await fc.assert(
      fc.asyncProperty(filters, sorts, fc.integer({ min: 7, max: 200 }), async (filter, sort, pageSize) => {
        const wanted = expected(filter, sort);
        const query = { ...filter, sort };
        expect((await everyPage(query, pageSize)).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
        expect((await list(query)).total).toBe(wanted.length);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it.each(importRecordSortFields.flatMap((field) => [false, true].map((descending) => ({ field, descending }))))(
    'R85 sorts on $field (descending: $descending) and breaks ties by bronID',
    async (sort) => {
      const { items } = await list({ sort: [sort], pageSize: 500 });
      expect(items.map(({ id }) => id)).toEqual(expected({}, [sort]).map(({ id }) => id));
    },
  );

  it('R85 filters on status, action and name together, sorted on name descending', async () => {
    const query = { statuses: ['DUPLICATES_FOUND'], publicationActions: ['SHOW_ON_SUCCESS'], name: 'regenboog' } satisfies Filter;
    const { items, total } = await list({ ...query, sort: [{ field: 'name', descending: true }] });
    expect(total).toBe(items.length);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ name }) => /regenboog/i.test(name))).toBe(true);
    expect(items.map(({ id }) => id)).toEqual(expected(query, [{ field: 'name', descending: true }]).map(({ id }) => id));
  });

  it('R85 sorts names the Dutch way: signs, figures, then letters, whatever their case and accents', async () => {
    const { items } = await list({ sourceId: duo.sourceId, statuses: ['SUCCESS'], sort: [{ field: 'name', descending: false }], pageSize: 500 });
    expect(items.map(({ name }) => name)).toEqual([
      "'t Eenspan", '100% Kind', '1001 Nacht', 'a_b', 'axb', 'Back\\slash', 'Ça va', 'Čapek', 'de regenboog', 'De Regenboog', 'DE REGENBOOG', 'Ecole',
      'École Regenboog', 'IJburg', 'Ijsvogel', 'Ik en jij', 'Juf ’t Hart', 'Regenboog Zuid', 'Wow!', 'Zon & Maan', 'Züid',
    ]);
  });

  it.each([
    ['REGENBOOG', 5],
    ['école', 2],
    ['ECOLE', 2],
    ["'t", 2],
    ['’t', 2],
    ['100%', 1],
    ['%', 1],
    ['a_b', 1],
    ['_', 1],
    ['!', 1],
    ['\\', 1],
    ["'; DROP TABLE import_record; --", 0],
  ])('R85 finds «%s» in %i names, whatever its case, accents and signs', async (name, count) => {
    expect((await list({ name, sourceId: lrk.sourceId, statuses: ['SUCCESS'] })).total).toBe(count);
  });

  it('finds a record by its bronID and by its G!DS-ID', async () => {
    const [wanted] = all.filter(({ recordId }) => recordId === 'C007');
    expect((await list({ recordId: 'C007' })).items.map(({ sourceId }) => sourceId).toSorted()).toEqual([duo.sourceId, lrk.sourceId].toSorted());
    expect((await list({ gidsId: wanted?.gidsId ?? 0 })).items).toEqual([wanted]);
  });

  it('is empty beyond its end, and says how many there are all the same', async () => {
    expect(await list({ page: 4_000_000, pageSize: 500 })).toEqual({ items: [], total: all.length });
  });
});

describe('one import record', () => {
  it('is shown with everything behind its line', async () => {
    const [line] = all.filter(({ status }) => status === 'DUPLICATES_FOUND');
    const detail = await publisher.ask(ShowImportRecord, { id: line?.id ?? 0 });
    expect(detail).toMatchObject({ ...line, duplicates: [sameAddress], issues: [], makeVisible: true, organisation: { name: line?.name } });
  });

  it('that does not exist is refused with a sentence', async () => {
    await expect(publisher.ask(ShowImportRecord, { id: 999_999 })).rejects.toMatchObject({
      problem: { kind: 'notFound', code: 'notFound', message: 'Er is geen importregel 999999.' },
    });
  });
});
