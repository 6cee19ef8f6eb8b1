import { CleanUpImport, ImportCleanedUp, type PayloadOf } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, withOffer } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let manager: TestManager;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());
beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

const ids = Array.from({ length: 100 }, (_, index) => `R${String(index).padStart(3, '0')}`);

/** As long as the gateway waits for it. */
const patience = 120_000;

const cleanUp = (mode: PayloadOf<typeof CleanUpImport>['mode'], expectedOrganisations: number, importId = manager.importId) =>
  publisher.ask(CleanUpImport, { importId, mode, expectedOrganisations, by: 'beheerder' }, undefined, patience);

const imported = () => publisher.rows('SELECT FROM organisation WHERE source_id = $1', [manager.source.sourceId]);
const told = async () => {
  await publisher.idle();
  return (await publisher.told(ImportCleanedUp)).map(({ data }) => data).filter(({ importId }) => importId === manager.importId);
};
const leftOf = async (table: string, column = 'source_id') =>
  (await publisher.rows(`SELECT FROM ${table} WHERE ${column} = $1`, [column === 'source_id' ? manager.source.sourceId : manager.importId])).length;

/** An import of a hundred organisations with an offer each, of which one vanished, one is a duplicate and one row was rejected. */
async function importHundred(): Promise<void> {
  await manager.run(1, (run) => [...ids.map((id) => withOffer(run.clean(id))), run.rejected(7, 'X'), run.vanished('NOOIT')]);
  await manager.run(2, (run) => [run.vanished('R000', 'R001'), run.reevaluated('R002', [sameAddress])]);
  await publisher.handle(manager.source.duplicatesChanged('ONDERWEG', [sameAddress]));
}

describe('deleting everything of an import (R97)', () => {
  it('R97 leaves none of its 100 organisations and all 3 copies, and nothing of another import changes', async () => {
    await importHundred();
    const other = await TestManager.ofNewImport(publisher);
    await other.run(1, (run) => [run.clean('ANDER')]);
    const parent = await editor.enter('Gemeente');
    const copies = await Promise.all(
      ids.slice(5, 8).map(async (id) => editor.copy((await manager.record(id)).gidsId ?? 0, { parentGidsId: parent.gidsId, withProducts: true })),
    );
    const copyIds = copies.map(({ gidsId }) => gidsId);
    const copied = () => publisher.rows('SELECT * FROM organisation WHERE gids_id = ANY($1) ORDER BY gids_id', [copyIds]);
    const before = await copied();

    expect(await cleanUp('DELETE', 100)).toEqual({ organisations: 100, products: 100 });
    expect(await imported()).toEqual([]);
    expect(await copied()).toEqual(before);
    expect(await publisher.rows('SELECT FROM product WHERE owner_gids_id = ANY($1)', [copyIds])).toHaveLength(3);
    expect(await other.record('ANDER')).toMatchObject({ visible: true });
    expect(await told()).toEqual([{ importId: manager.importId, by: 'beheerder' }]);
  });

  it('R97 leaves no record, history, product, contract or review item, and keeps the importorganisatie', async () => {
    await importHundred();
    const records = (await publisher.rows<{ id: string }>('SELECT id FROM import_record WHERE import_id = $1', [manager.importId])).map(({ id }) => id);
    const gidsIds = (await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_record WHERE import_id = $1', [manager.importId])).map(({ gids_id }) => gids_id);
    for (const table of ['record_history', 'review_item', 'renumbering']) {
      expect((await publisher.rows(`SELECT FROM ${table} WHERE record_id = ANY($1)`, [records])).length).toBeGreaterThan(0);
    }
    for (const table of ['absent_record', 'early_duplicates', 'rejected_row']) expect(await leftOf(table)).toBe(1);

    await cleanUp('DELETE', 100);
    for (const table of ['record_history', 'review_item', 'review_signal', 'renumbering']) {
      expect(await publisher.rows(`SELECT FROM ${table} WHERE record_id = ANY($1)`, [records])).toEqual([]);
    }
    for (const table of ['organisation', 'contract', 'product']) expect(await publisher.rows(`SELECT FROM ${table} WHERE gids_id = ANY($1)`, [gidsIds])).toEqual([]);
    for (const table of ['absent_record', 'early_duplicates', 'rejected_row', 'import_record', 'product']) expect(await leftOf(table)).toBe(0);
    expect(await leftOf('review_round', 'import_id')).toBe(0);
    expect(await publisher.rows('SELECT FROM import_root JOIN organisation USING (gids_id) WHERE import_id = $1', [manager.importId])).toHaveLength(1);
  });

  it('R97 lets the next run bring everything as new, under new G!DS-IDs (G5)', async () => {
    await manager.run(1, (run) => [run.clean('A')]);
    const { gidsId: before } = await manager.record('A');
    await cleanUp('DELETE', 1);
    await manager.run(2, (run) => [run.clean('A')]);
    const { gidsId, version } = await manager.record('A');
    expect(version).toBe(1);
    expect(gidsId).toBeGreaterThan(before ?? 0);
  });

  it('R97 N37 keeps who was erased on demand: the next run does not bring him back', async () => {
    await manager.run(1, (run) => [run.clean('A'), run.clean('B')]);
    await manager.suppress('A');
    expect(await cleanUp('DELETE', 1)).toEqual({ organisations: 1, products: 0 });
    await manager.run(2, (run) => [run.clean('A'), run.clean('B')]);
    expect(await manager.record('A')).toMatchObject({ suppressed: true, name: '', visible: false });
    expect(await imported()).toHaveLength(1);
  });
});

describe('hiding everything of an import (R97)', () => {
  it('R97 sets every organisation on action 3, with history; one can be shown again', async () => {
    await importHundred();
    expect(await cleanUp('HIDE', 100)).toEqual({ organisations: 100, products: 100 });
    expect(await publisher.rows('SELECT FROM organisation WHERE source_id = $1 AND visible', [manager.source.sourceId])).toEqual([]);
    expect(await imported()).toHaveLength(100);
    expect(await manager.history('R050')).toContain("Publicatieactie van 'Zichtbaar maken na succesvolle import' naar 'NIET zichtbaar maken na import'.");
    const { gidsId } = await manager.setAction('R050', 'SHOW_ON_SUCCESS');
    expect(await manager.isPublic(gidsId)).toBe(true);
    expect(await told()).toEqual([]);
  });

  it('R97 keeps links and what people had decided already', async () => {
    const { gidsId: target } = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [run.clean('A')]);
    await manager.setAction('A', 'DO_NOT_SHOW');
    const before = await manager.link('A', target);
    await cleanUp('HIDE', 1);
    expect(await manager.record('A')).toEqual(before);
  });
});

describe('cleaning up is guarded (R97)', () => {
  it('R97 by how many organisations one expects: the refusal names the real number, and nothing changed', async () => {
    await manager.run(1, (run) => [run.clean('A'), run.clean('B')]);
    const before = await editor.everything();
    const problem = await refusal(cleanUp('DELETE', 3));
    expect(problem).toMatchObject({ kind: 'conflict', code: 'unexpectedNumber' });
    expect(problem.message).toContain('2 organisaties, niet 3');
    expect(await editor.everything()).toEqual(before);
  });

  it('R97 while a run of it is open', async () => {
    await manager.run(1, (run) => [run.clean('A')]);
    await publisher.handle(manager.source.run(2).clean('B'));
    const problem = await refusal(cleanUp('DELETE', 2));
    expect(problem).toMatchObject({ kind: 'conflict', code: 'runOpen' });
    expect(problem.message).toContain(`Run 2 van ${manager.source.sourceId}`);
    expect(await imported()).toHaveLength(2);
  });

  it('R97 but not by a run that never ended and that a later one overtook', async () => {
    await publisher.handle(manager.source.run(1).clean('A'));
    await manager.run(2, (run) => [run.clean('A')]);
    expect(await cleanUp('DELETE', 1)).toEqual({ organisations: 1, products: 0 });
  });

  it('R97 against an import that is not there', async () => {
    expect(await refusal(cleanUp('DELETE', 0, 'onbekend'))).toMatchObject({ kind: 'notFound', message: 'Er is geen import "onbekend".' });
  });

  it('R97 an empty import is cleaned up to nothing', async () => {
    expect(await cleanUp('DELETE', 0)).toEqual({ organisations: 0, products: 0 });
  });
});

describe('an import of 31,800 organisations (R97)', () => {
  const count = 31_800;

  /** As many organisations with records and products as LRK has, without waiting for a run of them. */
  async function importMany(): Promise<void> {
    const { importId, source } = manager;
    await manager.run(1, (run) => [withOffer(run.clean('SJABLOON'))]);
    await publisher.rows(
      `WITH many AS MATERIALIZED (SELECT n, nextval('gids_id_seq') AS gids_id, nextval('gids_id_seq') AS product FROM generate_series(2, $1::int) n),
         organisations AS (
           INSERT INTO organisation (gids_id, management, kind, name, name_folded, content, content_hash, visible, version, source_id)
           SELECT many.gids_id, management, kind, name || n, name_folded || n, content, content_hash, visible, version, source_id FROM many, organisation WHERE source_id = $2),
         contracts AS (
           INSERT INTO contract (gids_id, parent_gids_id, account_manager, notify_editors)
           SELECT many.gids_id, root.gids_id, 'Importbeheerder', false FROM many, import_root root WHERE import_id = $3),
         products AS (
           INSERT INTO product (gids_id, owner_gids_id, management, kind, name, name_folded, content, content_hash, visible, version, source_id, record_id)
           SELECT many.product, many.gids_id, management, kind, name, name_folded, content, content_hash, visible, version, source_id, 'R' || n || '/aanbod' FROM many, product WHERE source_id = $2)
       INSERT INTO import_record (import_id, source_id, record_id, type, organisation_record_id, rides_along, gids_id, name, name_folded, status, publication_action,
         make_visible, visible, missing_at_source, issues, duplicates, match_version, run_sequence, last_run_id, version)
       SELECT import_id, source_id, CASE type WHEN 'PRODUCT' THEN 'R' || n || '/aanbod' ELSE 'R' || n END, type, CASE type WHEN 'PRODUCT' THEN 'R' || n END, rides_along,
         CASE type WHEN 'PRODUCT' THEN many.product ELSE many.gids_id END, name, name_folded, status, publication_action,
         make_visible, visible, missing_at_source, issues, duplicates, match_version, run_sequence, last_run_id, version FROM many, import_record WHERE source_id = $2`,
      [count, source.sourceId, importId],
    );
  }

  it('R97 is hidden, and deleted, within the time that a request has', async () => {
    await importMany();
    expect(await cleanUp('HIDE', count)).toEqual({ organisations: count, products: count });
    expect(await publisher.rows('SELECT count(*)::int AS visible FROM organisation WHERE source_id = $1 AND visible', [manager.source.sourceId])).toEqual([{ visible: 0 }]);
    expect(await cleanUp('DELETE', count)).toEqual({ organisations: count, products: count });
    for (const table of ['organisation', 'product', 'import_record']) expect(await leftOf(table)).toBe(0);
  }, 2 * patience);
});
