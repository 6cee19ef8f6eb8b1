import { ShowVisibleOrganisation } from '@gids/contracts';
import fc from 'fast-check';
import { isPublic } from '../products/public-visibility.js';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { isTakenOver, type TakenOver } from './taken-over.js';

const [imported, managed] = [[101, 102, 103], [201, 202]] as const;
const productIds = [301, 302, 303, 304, 305, 306] as const;

/** A directory: who is visible, who offers what, who is linked to whom and took what over. */
const directories = fc.record({
  visible: fc.subarray([...imported, ...managed]),
  products: fc.array(fc.record({ gidsId: fc.constantFrom(...productIds), ownerGidsId: fc.constantFrom(...imported, ...managed), visible: fc.boolean() }), { maxLength: 8 }),
  links: fc.array(fc.record({ providerGidsId: fc.constantFrom(...imported), takerGidsId: fc.constantFrom(...managed) }), { maxLength: 4 }),
  takeOvers: fc.array(
    fc.record({
      providerGidsId: fc.constantFrom(...imported),
      mode: fc.constantFrom<TakenOver['mode'][]>('ALL', 'SELECTION'),
      productGidsIds: fc.subarray([...productIds]),
    }),
    { maxLength: 3 },
  ),
});
type Directory = typeof directories extends fc.Arbitrary<infer Value> ? Value : never;

const once = <Item>(items: readonly Item[], key: (item: Item) => number): Item[] => [...new Map(items.map((item) => [key(item), item])).values()];

/** The pure rule: an organisation shows what is its own and what it took over through a link, where the public sees both. */
function shownBy(gidsId: number, { visible, products, links, takeOvers }: Directory): number[] {
  const isTaken = (product: Directory['products'][number]) =>
    links.some((link) => link.takerGidsId === gidsId && takeOvers.some((one) => one.providerGidsId === link.providerGidsId && isTakenOver(product, one)));
  const offers = products.filter((product) => product.ownerGidsId === gidsId || isTaken(product));
  return offers.filter((product) => isPublic(product, { visible: (visible as number[]).includes(gidsId) })).map((product) => product.gidsId).toSorted();
}

let publisher: PublisherUnderTest;
beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
});
afterAll(() => publisher.close());

async function write({ visible, products, links, takeOvers }: Directory): Promise<void> {
  await publisher.rows("DELETE FROM organisation WHERE management <> 'IMPORT_ROOT'");
  for (const table of ['product', 'take_over', 'import_record']) await publisher.rows(`DELETE FROM ${table}`);
  const content = { kind: 'LIBRARY', name: 'O', identifiers: [], attributes: {} };
  await publisher.rows(
    `INSERT INTO organisation (gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
     SELECT id, CASE WHEN id < 200 THEN 'IMPORTED' ELSE 'MANAGED' END, 'LIBRARY', 'O', 'o', $2, 'x', id = ANY($3::bigint[]), 1 FROM unnest($1::bigint[]) AS id`,
    [[...imported, ...managed], content, visible],
  );
  await publisher.rows(
    `INSERT INTO product (gids_id, owner_gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
     SELECT "gidsId", "ownerGidsId", CASE WHEN "ownerGidsId" < 200 THEN 'IMPORTED' ELSE 'MANAGED' END, 'COURSE', 'P', 'p', $2, 'x', visible, 1
     FROM json_to_recordset($1::json) AS p ("gidsId" bigint, "ownerGidsId" bigint, visible boolean)`,
    [JSON.stringify(products), { kind: 'COURSE', name: 'P', attributes: {} }],
  );
  await publisher.rows(
    `INSERT INTO import_record (import_id, source_id, record_id, gids_id, name, name_folded, status, publication_action, make_visible, visible,
       missing_at_source, linked_organisation_id, issues, duplicates, run_sequence, last_run_id, version)
     SELECT 'duo', 'bron', "providerGidsId"::text, "providerGidsId", 'O', 'o', 'SUCCESS', 'DO_NOT_SHOW', true, false, false, "takerGidsId", '[]', '[]', 1,
       gen_random_uuid(), 1 FROM json_to_recordset($1::json) AS link ("providerGidsId" bigint, "takerGidsId" bigint)`,
    [JSON.stringify(links)],
  );
  await publisher.rows(
    `INSERT INTO take_over SELECT "providerGidsId", mode, "productGidsIds" FROM json_to_recordset($1::json) AS t ("providerGidsId" bigint, mode text, "productGidsIds" bigint[])`,
    [JSON.stringify(takeOvers)],
  );
}

it('R59 R70 the public sees at every organisation exactly the products of the pure rule', async () => {
  const shown = (gidsId: number) =>
    publisher.ask(ShowVisibleOrganisation, { gidsId }).then(
      ({ products = [] }) => products.map((product) => [product.ownerGidsId, product.gidsId]),
      () => [],
    );
  await fc.assert(
    fc.asyncProperty(directories, async (made) => {
      const directory: Directory = {
        ...made,
        products: once(made.products, ({ gidsId }) => gidsId),
        links: once(made.links, ({ providerGidsId }) => providerGidsId),
        takeOvers: once(made.takeOvers, ({ providerGidsId }) => providerGidsId),
      };
      await write(directory);
      for (const gidsId of [...imported, ...managed]) {
        expect((await shown(gidsId)).toSorted()).toEqual(shownBy(gidsId, directory).map((product) => [gidsId, product]));
      }
    }),
    { numRuns: 60 },
  );
});
