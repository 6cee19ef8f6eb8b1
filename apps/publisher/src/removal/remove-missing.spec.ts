import { RowParsed, type Envelope } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, school, unusable, withOffer, type TestRun } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let manager: TestManager;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());
beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

const brings = (...ids: string[]) => (run: TestRun) => ids.map((id) => run.clean(id));
const misses = (...ids: string[]) => (run: TestRun) => ids.map((id) => run.vanished(id));

const stands = async (gidsId: number | undefined) => (await publisher.rows('SELECT FROM organisation WHERE gids_id = $1', [gidsId])).length === 1;
const contracts = async (gidsId: number | undefined) => (await publisher.rows('SELECT FROM contract WHERE gids_id = $1', [gidsId])).length;

describe('a record that its source no longer brings (R96, A22)', () => {
  it('R96 is hidden by the first complete run, and deleted with its products by the second', async () => {
    const managed = await editor.enter('Basisschool I');
    await manager.run(1, (run) => [withOffer(run.clean('I')), run.clean('J')]);
    const { gidsId } = await manager.record('I');
    const { gidsId: product } = await manager.record('I/aanbod');
    expect(await publisher.rows('SELECT owner_gids_id FROM product WHERE gids_id = $1', [product])).toEqual([{ owner_gids_id: String(gidsId) }]);

    await manager.run(2, misses('I'));
    expect(await manager.record('I')).toMatchObject({ gidsId, visible: false, missingAtSource: true, explanation: 'Niet meer in de bron.' });
    expect(await stands(gidsId)).toBe(true);

    await manager.run(3);
    expect(await stands(gidsId)).toBe(false);
    expect(await contracts(gidsId)).toBe(0);
    expect(await publisher.rows('SELECT FROM product WHERE gids_id = $1', [product])).toEqual([]);
    expect(await manager.record('I')).toMatchObject({ gidsId, visible: false, missingAtSource: true, name: '', issues: [], duplicates: [] });
    expect((await manager.record('I')).organisation).toBeUndefined();
    expect(await manager.record('I/aanbod')).toMatchObject({ gidsId: product, visible: false, name: '' });
    expect(await manager.history('I')).toContainEqual('Verwijderd: twee keer achtereen niet in de bron.');
    expect(await manager.record('J')).toMatchObject({ visible: true });
    expect(await publisher.rows('SELECT visible, version FROM organisation WHERE gids_id = $1', [managed.gidsId])).toEqual([{ visible: true, version: 1 }]);
  });

  it('R96 that is back within the grace is what it was, and its grace starts anew', async () => {
    await manager.run(1, brings('I'));
    const { gidsId } = await manager.record('I');
    await manager.run(2, misses('I'));
    await manager.run(3, brings('I'));
    expect(await manager.record('I')).toMatchObject({ gidsId, visible: true, missingAtSource: false });
    await manager.run(4, misses('I'));
    expect(await stands(gidsId)).toBe(true);
    await manager.run(5);
    expect(await stands(gidsId)).toBe(false);
  });

  it('R96 that is back in the run that would delete it stays, also when its row comes last', async () => {
    await manager.run(1, brings('I'));
    const { gidsId } = await manager.record('I');
    await manager.run(2, misses('I'));
    const run = manager.source.run(3);
    await publisher.handle(...run.ended({ changed: 1 }));
    expect(await stands(gidsId)).toBe(true);
    await publisher.handle(run.clean('I'));
    expect(await manager.record('I')).toMatchObject({ gidsId, visible: true });
    expect(await stands(gidsId)).toBe(true);
  });

  it('R96 A22 that is back after its deletion has the same G!DS-ID, action and note, and stands under its importorganisatie again', async () => {
    await manager.run(1, (run) => [run.duplicate('I', [sameAddress])]);
    await manager.setAction('I', 'SHOW_IGNORE_DUPLICATES');
    const { gidsId, id } = await manager.note('I', 'afgesproken');
    await manager.run(2, misses('I'));
    await manager.run(3);
    expect(await manager.record('I')).toMatchObject({ gidsId, note: 'afgesproken', publicationAction: 'SHOW_IGNORE_DUPLICATES' });
    await manager.run(4, (run) => [run.duplicate('I', [sameAddress])]);
    expect(await manager.record('I')).toMatchObject({
      ...{ id, gidsId, note: 'afgesproken', publicationAction: 'SHOW_IGNORE_DUPLICATES' },
      ...{ visible: true, missingAtSource: false, name: 'Basisschool I', organisation: school('I') },
    });
    expect(await manager.isPublic(gidsId)).toBe(true);
    expect(await contracts(gidsId)).toBe(1);
    expect(await manager.history('I')).toContain('Terug in de bron.');
    await manager.run(5, misses('I'));
    await manager.run(6);
    expect(await stands(gidsId)).toBe(false);
  });

  it('R96 keeps its action, note and link while it is absent, when it is deleted, and when it is back', async () => {
    const { gidsId: target } = await editor.enter('De Regenboog');
    await manager.run(1, brings('I'));
    await manager.setAction('I', 'DO_NOT_SHOW');
    await manager.link('I', target);
    const { gidsId } = await manager.record('I');
    const decided = { gidsId, publicationAction: 'DO_NOT_SHOW', linkedOrganisationId: target, visible: false };
    await manager.run(2, misses('I'));
    expect(await manager.record('I')).toMatchObject(decided);
    await manager.run(3);
    expect(await stands(gidsId)).toBe(false);
    expect(await manager.record('I')).toMatchObject(decided);
    expect(await stands(target)).toBe(true);
    await manager.run(4, brings('I'));
    expect(await stands(gidsId)).toBe(true);
    expect(await manager.record('I')).toMatchObject(decided);
  });

  it('R96 without an organisation becomes a tombstone as well', async () => {
    await manager.run(1, (run) => [run.failed('I', [unusable])]);
    await manager.run(2, misses('I'));
    await manager.run(3);
    expect(await manager.record('I')).toMatchObject({ visible: false, missingAtSource: true, issues: [] });
    expect(await manager.history('I')).toContain('Verwijderd: twee keer achtereen niet in de bron.');
  });

  it('R96 is told once that it was deleted, however many runs follow', async () => {
    await manager.run(1, brings('I'));
    await manager.run(2, misses('I'));
    for (const number of [3, 4, 5]) await manager.run(number);
    expect((await manager.history('I')).filter((sentence) => sentence.startsWith('Verwijderd'))).toHaveLength(1);
  });
});

describe('a run that removes nothing (R8, R96)', () => {
  let gidsId: number | undefined;

  beforeEach(async () => {
    await manager.run(1, brings('I'));
    ({ gidsId } = await manager.record('I'));
    await manager.run(2, misses('I'));
  });

  it('R96 is one that is not complete', async () => {
    const run = manager.source.run(3);
    await publisher.handle(run.clean('J'), ...run.ended({ changed: 2 }));
    expect(await stands(gidsId)).toBe(true);
    await manager.run(4);
    expect(await stands(gidsId)).toBe(false);
  });

  it('R8 is one that a person let go on without removals', async () => {
    const run = manager.source.run(3);
    const fetched = run.fetched({});
    const withoutRemovals: Envelope = { ...fetched, data: { ...(fetched.data as object), withoutRemovals: true } };
    await publisher.handle(withoutRemovals, run.compared());
    expect(await stands(gidsId)).toBe(true);
    await manager.run(4);
    expect(await stands(gidsId)).toBe(false);
  });

  it('R96 is one that lost records on the way: the missing one may be among them', async () => {
    const run = manager.source.run(3);
    await publisher.handle(...run.ended({ changed: 1 }), run.setAside(RowParsed.type, 1));
    expect(await stands(gidsId)).toBe(true);
  });

  it('R13 is one of another source', async () => {
    const other = await TestManager.ofNewImport(publisher);
    for (const number of [1, 2, 3, 4]) await other.run(number);
    expect(await stands(gidsId)).toBe(true);
  });
});

describe('what is managed', () => {
  it('R13 is never deleted, not even where a tombstone points at it', async () => {
    const { gidsId } = await editor.enter('Beheerd');
    await editor.offer(gidsId);
    await manager.run(1, brings('I'));
    await manager.run(2, misses('I'));
    await publisher.rows('UPDATE import_record SET gids_id = $2 WHERE source_id = $1', [manager.source.sourceId, gidsId]);
    await manager.run(3);
    expect(await stands(gidsId)).toBe(true);
    expect(await contracts(gidsId)).toBe(1);
    expect(await publisher.rows('SELECT FROM product WHERE owner_gids_id = $1', [gidsId])).toHaveLength(1);
  });
});

it('A22 deletes thousands at once', async () => {
  const ids = Array.from({ length: 3_000 }, (_, index) => `R${index}`);
  await manager.run(1, brings(...ids));
  await manager.run(2, misses(...ids));
  await manager.run(3);
  expect(await publisher.rows('SELECT FROM organisation WHERE source_id = $1', [manager.source.sourceId])).toEqual([]);
  expect(await publisher.rows('SELECT FROM import_record WHERE source_id = $1 AND removed_at IS NOT NULL', [manager.source.sourceId])).toHaveLength(3_000);
});
