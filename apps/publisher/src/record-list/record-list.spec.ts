import {
  CountImportRecords,
  ListErrorGroups,
  ListImportRecords,
  ListRecordIds,
  type Actor,
  type ImportRecordFilter,
  type ImportRecordView,
  type PayloadOf,
  type RecordFacet,
} from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { leftOut, offer, sameAddress, TestSource, unusable } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
const duo = new TestSource('duo');
const lrk = new TestSource('lrk');
const firstRun = duo.run(1);
const secondRun = duo.run(2);
const sameName = { ...sameAddress, gidsId: 124, matchedOn: ['NAME' as const] };
const known = { ...sameAddress, gidsId: 125, counts: false, matchedOn: ['IDENTITY' as const] };

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  const located = (town: string) => ({ visitAddress: { street: 'Dam', houseNumber: 1, postcode: '1012JS', town } });
  await publisher.handle(
    firstRun.clean('A1', { organisation: { name: 'De Regenboog', ...located('Utrecht') }, products: [offer('A1/P')] }),
    firstRun.clean('A2', { organisation: { name: 'Utrechtse School', ...located('Zeist') }, issues: [leftOut] }),
    firstRun.duplicate('B1', [sameAddress, sameName], { organisation: { name: 'Zonnehof', ...located("'s-Gravenhage") } }),
    firstRun.duplicate('B2', [known], { organisation: { name: 'Zonnebloem', ...located('Zeist') } }),
    firstRun.failed('C1', [unusable]),
    firstRun.clean('D1', { organisation: { name: 'Verdwijnt', ...located('Zeist') } }),
    lrk.run(1).clean('A1', { organisation: { name: 'Opvang 16AH', ...located('Zeist') } }),
  );
  await publisher.handle(secondRun.clean('A2', { organisation: { name: 'Utrechtse School', ...located('Zeist'), phone: '0302221133' }, issues: [leftOut] }), secondRun.vanished('D1'));
  await publisher.rows("UPDATE import_record SET publication_action = 'DO_NOT_SHOW', linked_organisation_id = 123, note = 'afspraak' WHERE record_id = 'B2'");
  await publisher.rows("UPDATE import_record SET changed_at = '2026-01-01T00:00:00Z' WHERE record_id = 'C1'");
});
afterAll(() => publisher.close());

const list = async (query: Partial<PayloadOf<typeof ListImportRecords>>, actor?: Actor) =>
  (await publisher.ask(ListImportRecords, { page: 1, pageSize: 100, sort: [], ...query }, actor)).items;
const keys = (records: ImportRecordView[]) => records.map(({ importId, recordId }) => `${importId} ${recordId}`);
const manager = (importRights: string[]): Actor => ({ name: 'i.manager', kind: 'PERSON', systemAdministrator: false, importRights });
const idOf = async (recordId: string) => (await list({ recordId, sourceId: duo.sourceId }))[0]?.id ?? 0;

async function facet(name: RecordFacet, filter: ImportRecordFilter = {}, actor?: Actor): Promise<Record<string, number>> {
  const { facets } = await publisher.ask(CountImportRecords, { ...filter, facets: [name] }, actor);
  return Object.fromEntries(facets.flatMap(({ values }) => values.map(({ value, count }) => [value, count])));
}

describe('the filters of the list of import records', () => {
  it.each<[string, ImportRecordFilter, string[]]>([
    ['bronIDs', { recordIds: ['A1', 'C1', 'onbekend'] }, ['duo A1', 'lrk A1', 'duo C1']],
    ['no bronID at all', { recordIds: [] }, []],
    ['linked', { linked: true }, ['duo B2']],
    ['not linked, of DUO, with a note', { linked: false, noted: true, importId: 'duo' }, []],
    ['a note', { noted: true }, ['duo B2']],
    ['gone from the source', { missingAtSource: true }, ['duo D1']],
    ['a duplicate on the address', { matchGrounds: ['ADDRESS'] }, ['duo B1']],
    ['a duplicate on name or address', { matchGrounds: ['NAME', 'ADDRESS'] }, ['duo B1']],
    ['a duplicate that does not count', { matchGrounds: ['IDENTITY'] }, []],
    ['the code of an error', { issueCodes: [unusable.code] }, ['duo C1']],
    ['the code of a warning', { issueCodes: [leftOut.code, 'onzin'] }, ['duo A2']],
    ['the run that brought it', { runId: secondRun.id }, ['duo A2', 'duo D1']],
    ['a change since a moment', { changedFrom: '2026-02-01T00:00:00.000Z', statuses: ['CONVERSION_ERRORS'] }, []],
  ])('R85 find records by %s', async (_, filter, expected) => {
    expect(keys(await list(filter))).toEqual(expected);
    expect((await publisher.ask(CountImportRecords, { ...filter, facets: ['STATUS'] })).total).toBe(expected.length);
  });

  it('R85 find records by what a person has to judge, and by what he has judged', async () => {
    await publisher.handle(...secondRun.ended({ changed: 1, unchanged: 4, vanished: 1 }, 2));
    expect(keys(await list({ judgement: 'OPEN' }))).toEqual(['duo B1', 'duo B2', 'duo C1', 'duo D1']);
    await publisher.rows("UPDATE review_item SET judged_at = now(), judged_by = 'ik' WHERE record_id = $1", [await idOf('C1')]);
    expect(keys(await list({ judgement: 'JUDGED' }))).toEqual(['duo C1']);
    expect(await facet('JUDGEMENT')).toEqual({ OPEN: 3, JUDGED: 1 });
  });

  it.each([
    ['utrecht', ['duo A1', 'duo A2']],
    ['’S-GRAVENHAGE', ['duo B1']],
    ['16ah', ['lrk A1']],
    ['b*', ['duo B1', 'duo B2']],
    ['zonne*m', ['duo B2']],
    ['?1', ['duo A1', 'lrk A1', 'duo B1', 'duo C1', 'duo D1']],
    ['%', []],
    ["'; DROP TABLE import_record; --", []],
  ])('R85 search «%s» in name, bronID, G!DS-ID and town', async (search, expected) => {
    expect(keys(await list({ search, types: ['ORGANISATION'] }))).toEqual(expected);
  });

  it('R85 search by a G!DS-ID', async () => {
    const [one] = await list({ recordId: 'B1' });
    expect(keys(await list({ search: String(one?.gidsId) }))).toEqual(['duo B1']);
  });

  it('R85 sort on the number of duplicates', async () => {
    const [first] = await list({ sort: [{ field: 'duplicateCount', descending: true }] });
    expect(first).toMatchObject({ recordId: 'B1', duplicateCount: 2 });
  });

  it('R86 say without counting whether there is a next page', async () => {
    const page = (number: number) => publisher.ask(ListImportRecords, { page: number, pageSize: 5, sort: [], count: false });
    const [first, second] = [await page(1), await page(2)];
    expect([first.items.length, first.total, second.items.length, second.total]).toEqual([5, 6, 3, 8]);
  });
});

describe('the counts of facets (SCREENS 3.2)', () => {
  it('R85 are those of the list that each value gives', async () => {
    const { facets, total } = await publisher.ask(CountImportRecords, { importId: 'duo', facets: ['STATUS', 'VISIBLE', 'TYPE', 'LINKED', 'MISSING_AT_SOURCE', 'SOURCE', 'IMPORT'] });
    expect(total).toBe((await list({ importId: 'duo' })).length);
    const filters = { STATUS: 'statuses', TYPE: 'types' } as const;
    for (const { facet: name, values } of facets) {
      for (const { value, count } of values) {
        if (name === 'STATUS' || name === 'TYPE') expect(await list({ importId: 'duo', [filters[name]]: [value] })).toHaveLength(count);
        if (name === 'VISIBLE') expect(await list({ importId: 'duo', visible: value === 'true' })).toHaveLength(count);
        if (name === 'LINKED') expect(await list({ importId: 'duo', linked: value === 'true' })).toHaveLength(count);
      }
    }
  });

  it('R85 of a facet that is chosen from tell what another choice would give', async () => {
    expect(await facet('STATUS', { importId: 'duo', types: ['ORGANISATION'], statuses: ['SUCCESS'] })).toEqual({ SUCCESS: 4, DUPLICATES_FOUND: 1, CONVERSION_ERRORS: 1 });
    expect(await facet('PUBLICATION_ACTION', { statuses: ['CONVERSION_ERRORS'] })).toEqual({ SHOW_ON_SUCCESS: 1 });
  });

  it('R85 count a record once per reason and once per code', async () => {
    expect(await facet('MATCH_GROUND')).toEqual({ ADDRESS: 1, NAME: 1 });
    expect(await facet('ISSUE_CODE')).toEqual({ [unusable.code]: 1, [leftOut.code]: 1 });
  });
});

describe('the records that a filter means (R86)', () => {
  it('come in the order of the list', async () => {
    const sort = [{ field: 'name' as const, descending: true }];
    const listed = await list({ importId: 'duo', sort });
    expect((await publisher.ask(ListRecordIds, { importId: 'duo', sort })).ids).toEqual(listed.map(({ id }) => id));
  });
});

describe('the importrecht (R78)', () => {
  it('R78 R82 lets nobody list, count or name the records of another import', async () => {
    const foreign = manager(['lrk']);
    expect(keys(await list({}, foreign))).toEqual(['lrk A1']);
    expect(await facet('IMPORT', {}, foreign)).toEqual({ lrk: 1 });
    const { ids } = await publisher.ask(ListRecordIds, { sort: [] }, foreign);
    expect(ids).toEqual((await list({ importId: 'lrk' })).map(({ id }) => id));
  });
});

describe('what went wrong in a run, by cause (R80)', () => {
  it('R80 is told with its number and an example, the most frequent first', async () => {
    const source = new TestSource('duo');
    const run = source.run(1);
    await publisher.handle(
      run.clean('E1', { issues: [leftOut] }),
      run.clean('E2', { issues: [leftOut, unusable] }),
      run.rejected(7),
      run.rejected(9, 'E9'),
      ...run.ended({ added: 2, rejected: 2 }),
    );
    const { items } = await publisher.ask(ListErrorGroups, { runId: run.id });
    expect(items.map(({ code, field, severity, count }) => [code, field, severity, count])).toEqual([
      ['columnCount', '', 'rejected', 2],
      [leftOut.code, leftOut.field, 'warning', 2],
      [unusable.code, unusable.field, 'error', 1],
    ]);
    expect(items.map(({ example }) => example)).toEqual([
      { line: 7, value: '1 | 2', message: 'Regel 7: 2 velden in plaats van 30.' },
      { recordId: 'E1', value: leftOut.value, message: leftOut.message },
      { recordId: 'E2', value: unusable.value, message: unusable.message },
    ]);
  });

  it('R78 R80 is told to who has the importrecht, and nothing of a run that nobody knows', async () => {
    await expect(publisher.ask(ListErrorGroups, { runId: firstRun.id }, manager(['lrk']))).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await publisher.ask(ListErrorGroups, { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f' }, manager(['lrk']))).toEqual({ items: [] });
  });
});
