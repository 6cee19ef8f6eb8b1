import { RecordSuppressed, ShowRecordHistory, SuppressRecord } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, unusable, withOffer } from '../testing/test-source.js';

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

const person = { organisation: { name: 'Gastouder J. Jansen', phone: '0591000001' } };

/** Every row of the service that still holds a text. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await publisher.rows<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'publisher' AND table_name NOT IN ('inbox', 'outbox', 'mikro_orm_migrations')",
  );
  const holding = tables.map(async ({ name }) => ((await publisher.rows(`SELECT FROM ${name} t WHERE t::text LIKE $1`, [`%${text}%`])).length > 0 ? [name] : []));
  return (await Promise.all(holding)).flat();
}

const blank = { suppressed: true, visible: false, name: '', issues: [], duplicates: [], explanation: '', why: 'Niet zichtbaar: de gegevens zijn op verzoek gewist.' };

describe('a record that is erased on demand (N37)', () => {
  it('N37 keeps its bronID and G!DS-ID, and nothing else of the person', async () => {
    await manager.run(1, (run) => [withOffer(run.duplicate('P', [sameAddress], person), 'Opvang bij J. Jansen'), run.rejected(9, 'P')]);
    await manager.run(2, (run) => [withOffer(run.clean('P', { organisation: { name: 'Gastouder J. Jansen-de Boer' } }), 'Opvang bij J. Jansen')]);
    await manager.note('P', 'J. Jansen gebeld');
    const { gidsId, id } = await manager.record('P');
    expect(await tablesWith('Jansen')).toEqual(expect.arrayContaining(['organisation', 'product', 'import_record', 'record_history']));

    const erased = await manager.suppress('P');
    expect(erased).toMatchObject({ ...blank, id, gidsId, recordId: 'P' });
    expect(erased.note).toBeUndefined();
    expect(await tablesWith('Jansen')).toEqual([]);
    expect(await tablesWith('0591000001')).toEqual([]);
    expect(await manager.isPublic(gidsId)).toBe(false);
    expect(await publisher.rows('SELECT FROM contract WHERE gids_id = $1', [gidsId])).toEqual([]);
    expect(await publisher.rows("SELECT FROM rejected_row WHERE record_id = 'P'")).toEqual([]);
    const { items } = await publisher.ask(ShowRecordHistory, { id, page: 1, pageSize: 10 });
    expect(items).toEqual([expect.objectContaining({ kind: 'SUPPRESSION', sentence: 'Gegevens op verzoek gewist: Bezwaar van 3 november.', by: 'i.manager' })]);
  });

  it('N37 stays blank and hidden whatever later runs and events bring', async () => {
    await manager.run(1, (run) => [withOffer(run.clean('P', person))]);
    const { gidsId } = await manager.suppress('P');
    await manager.run(2, (run) => [withOffer(run.clean('P', { organisation: { name: 'J. Jansen elders' } }))]);
    await manager.run(3, (run) => [run.vanished('P')]);
    await manager.run(4);
    await manager.run(5, (run) => [run.duplicate('P', [sameAddress], person)]);
    await manager.run(6, (run) => [run.failed('P', [{ ...unusable, value: 'Jansen' }])]);
    await publisher.handle(manager.source.duplicatesChanged('P', [sameAddress]));
    expect(await manager.record('P')).toMatchObject({ suppressed: true, gidsId, visible: false, name: '', issues: [], duplicates: [] });
    expect(await tablesWith('Jansen')).toEqual([]);
    expect(await publisher.rows('SELECT FROM organisation WHERE source_id = $1', [manager.source.sourceId])).toEqual([]);
    expect(await publisher.rows('SELECT FROM product WHERE source_id = $1', [manager.source.sourceId])).toEqual([]);
    expect(await manager.items()).toEqual([]);
  });

  it('N37 N38 tells every service which record it was, and nothing about the person', async () => {
    await manager.run(1, (run) => [withOffer(run.clean('P', person))]);
    await manager.suppress('P');
    await publisher.idle();
    const told = (await publisher.told(RecordSuppressed)).map(({ data }) => data).filter(({ importId }) => importId === manager.importId);
    const { importId, source: { sourceId } } = manager;
    expect(told).toEqual(expect.arrayContaining([{ importId, sourceId, recordId: 'P' }, { importId, sourceId, recordId: 'P/aanbod' }]));
    expect(told).toHaveLength(2);
  });

  it('N37 ends its link; what is managed stays as it is (R13)', async () => {
    const { gidsId: target } = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [run.clean('P', person)]);
    await manager.setAction('P', 'DO_NOT_SHOW');
    await manager.link('P', target);
    expect((await manager.suppress('P')).linkedOrganisationId).toBeUndefined();
    expect(await publisher.rows('SELECT visible, version FROM organisation WHERE gids_id = $1', [target])).toEqual([{ visible: true, version: 1 }]);
  });

  it('N37 may have vanished, have been deleted, or never have been saved', async () => {
    await manager.run(1, (run) => [run.clean('GONE', person), run.failed('BROKEN', [{ ...unusable, value: 'Jansen' }])]);
    await manager.run(2, (run) => [run.clean('ABSENT', person), run.vanished('GONE')]);
    await manager.run(3, (run) => [run.vanished('ABSENT')]);
    for (const recordId of ['GONE', 'ABSENT', 'BROKEN']) expect(await manager.suppress(recordId)).toMatchObject({ suppressed: true, visible: false, name: '' });
    expect(await tablesWith('Jansen')).toEqual([]);
  });
});

describe('erasing is refused (N37)', () => {
  const suppress = (id: number, version: number) => publisher.ask(SuppressRecord, { id, version, reason: 'Bezwaar', by: 'i.manager' });

  it('N37 for what is not there, was changed meanwhile, or is erased already', async () => {
    await manager.run(1, (run) => [run.clean('P', person)]);
    const { id, version } = await manager.record('P');
    const before = await editor.everything();
    expect(await refusal(suppress(9_999_999, 1))).toMatchObject({ kind: 'notFound' });
    expect(await refusal(suppress(id, version + 1))).toMatchObject({ kind: 'stale' });
    expect(await editor.everything()).toEqual(before);
    const erased = await suppress(id, version);
    expect(await refusal(suppress(id, erased.version))).toMatchObject({ kind: 'conflict', code: 'suppressed' });
  });
});
