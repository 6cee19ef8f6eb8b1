import { ListVisibleOrganisations, ShowVisibleOrganisation } from '@gids/contracts';
import { imports } from '@gids/sources';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';

let publisher: PublisherUnderTest;

beforeEach(async () => (publisher = await PublisherUnderTest.create()));
afterEach(() => publisher.close());

const roots = () =>
  publisher.rows<{ import_id: string; gids_id: string; name: string }>(
    `SELECT r.import_id, o.gids_id, o.name, o.visible, o.management, o.version FROM import_root r JOIN organisation o ON o.gids_id = r.gids_id ORDER BY r.import_id`,
  );

describe('the importorganisaties', () => {
  it('R9 are one per import, made before the first record, by however many publishers start at once', async () => {
    await Promise.all([publisher.start(), publisher.start(), publisher.start()]);
    const made = await roots();
    expect(made).toMatchObject(
      imports.map(({ id, importOrganisation }) => ({ import_id: id, name: importOrganisation, visible: false, management: 'IMPORT_ROOT', version: 1 })),
    );
    expect(await publisher.rows('SELECT FROM organisation')).toHaveLength(imports.length);
  });

  it('stay as they are when a publisher starts again', async () => {
    await publisher.start();
    const before = await roots();
    await publisher.start();
    expect(await roots()).toEqual(before);
  });

  it('G5 have G!DS-IDs as every organisation', async () => {
    await publisher.start();
    for (const { gids_id: gidsId } of await roots()) expect(Number(gidsId)).toBeGreaterThan(100_000);
  });

  it('A21 are never public', async () => {
    await publisher.start();
    expect(await publisher.ask(ListVisibleOrganisations, { page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
    for (const { gids_id: gidsId } of await roots()) {
      await expect(publisher.ask(ShowVisibleOrganisation, { gidsId: Number(gidsId) })).rejects.toMatchObject({ problem: { kind: 'notFound' } });
    }
  });
});
