import { ChangePublicationAction, ListImportRecords, ListPublicChanges, type ImportRecordView, type ReplyOf } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { sameAddress, TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;

type Changes = ReplyOf<typeof ListPublicChanges>;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

const changes = (after?: string, limit = 500): Promise<Changes> => publisher.ask(ListPublicChanges, { limit, ...(after !== undefined && { after }) });
const record = async (recordId: string) =>
  (await publisher.ask(ListImportRecords, { sourceId: source.sourceId, recordId, page: 1, pageSize: 1, sort: [] })).items[0] as ImportRecordView;
/** The feed passes a moment with a transaction that still runs, whoever's it is: waits until it is at what was changed last. */
const end = async () => {
  const [last] = await publisher.rows<{ cursor: string }>("SELECT changed_in::text || '-' || gids_id AS cursor FROM public_change ORDER BY changed_in DESC, gids_id DESC LIMIT 1");
  return (await eventually(() => changes(), { within: 30_000, until: ({ cursor }) => cursor === (last?.cursor ?? '0-0') })).cursor;
};
const settled = async (after: string, limit?: number) => {
  await end();
  return changes(after, limit);
};
const told = ({ items }: Changes) => items.map(({ organisation }) => organisation?.organisation.name ?? 'weg');

describe('the feed of public changes (R98)', () => {
  it('R98 brings what becomes visible in full, with where it comes from, and nothing of what is hidden', async () => {
    const before = await end();
    await publisher.handle(source.run(1).clean('A', { organisation: { name: 'Zichtbaar' } }), source.run(1).duplicate('B', [sameAddress], { organisation: { name: 'Dubbel' } }));
    const { items, more } = await settled(before);
    expect(more).toBe(false);
    expect(items).toMatchObject([{ organisation: { sourceId: source.sourceId, organisation: { name: 'Zichtbaar', visitAddress: { town: 'Nietap' } } } }]);
  });

  it('R98 tells once of a hidden or removed one that it is gone, with its number', async () => {
    await publisher.handle(source.run(1).clean('A'), source.run(1).clean('B'));
    const before = await end();
    const { id, version } = await record('A');
    await publisher.ask(ChangePublicationAction, { id, version, publicationAction: 'DO_NOT_SHOW', unlink: false, by: 'i.manager' });
    await publisher.handle(source.run(2).vanished('B'));
    const { items, cursor } = await settled(before);
    expect(items.map(({ gidsId, organisation }) => [gidsId, organisation])).toEqual([[(await record('A')).gidsId, undefined], [(await record('B')).gidsId, undefined]]);
    expect((await settled(cursor)).items).toEqual([]);
    await publisher.rows('DELETE FROM organisation WHERE gids_id = $1', [(await record('A')).gidsId]);
    expect((await settled(cursor)).items).toEqual([]);
  });

  it('R98 tells of a removed organisation that was visible until then', async () => {
    await publisher.handle(source.run(1).clean('A'));
    const before = await end();
    await publisher.rows('DELETE FROM organisation WHERE source_id = $1', [source.sourceId]);
    expect(told(await settled(before))).toEqual(['weg']);
  });

  it('R98 tells the newest state, once, however often it changed; an unchanged run is no change', async () => {
    const before = await end();
    for (const number of [1, 2, 3]) await publisher.handle(source.run(number).clean('A', { organisation: { name: `Naam ${number}` } }));
    const { items, cursor } = await settled(before);
    expect(items.map(({ organisation }) => organisation?.organisation.name)).toEqual(['Naam 3']);
    await publisher.handle(source.run(4).clean('A', { organisation: { name: 'Naam 3' } }));
    expect((await settled(cursor)).items).toEqual([]);
  });

  it('R98 comes in pages without gaps or doubles', async () => {
    const before = await end();
    const run = source.run(1);
    await publisher.handle(...Array.from({ length: 25 }, (_, index) => run.clean(`R${String(index).padStart(2, '0')}`)));
    const seen: number[] = [];
    let page = await settled(before, 4);
    for (;;) {
      seen.push(...page.items.map(({ gidsId }) => gidsId));
      if (!page.more) break;
      page = await changes(page.cursor, 4);
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
  });

  it('R98 loses nothing of a transaction that ends after a later one: the feed waits for it', async () => {
    await publisher.handle(source.run(1).clean('A'), source.run(1).clean('B'));
    const before = await end();
    const slow = await publisher.connection();
    const rename = "UPDATE organisation SET content = jsonb_set(content, '{name}', to_jsonb($1::text)), content_hash = $1 WHERE source_id = $2 AND name = $3";
    await slow.query('BEGIN');
    await slow.query(rename, ['traag', source.sourceId, 'Basisschool A']);
    await publisher.rows(rename, ['snel', source.sourceId, 'Basisschool B']);
    // The later one has ended, the earlier one has not: a reader that took it now could not come back for the other.
    const meanwhile = await changes(before);
    expect(meanwhile).toEqual({ items: [], cursor: before, more: false });
    await slow.query('COMMIT');
    slow.release();
    expect(told(await settled(meanwhile.cursor))).toEqual(['traag', 'snel']);
  });

  it.each(['', 'x', '1', '1-', '-1', '1-x', '99999999999999999999-1', "1-1'; DROP TABLE public_change"])('R98 refuses the cursor «%s», which nobody gave out', async (cursor) => {
    await expect(changes(cursor)).rejects.toMatchObject({ problem: { kind: 'invalid', code: 'unknownCursor' } });
  });
});
